import type { ServiceDocument } from '../../../../functions/domain/catalogue/service.ts';
import { mediaTypeNames, megabytes } from '../../file-words.ts';
import { useAccountWords } from '../../words.ts';

/** Who issues a paper, where, and what a good one shows, where it is asked for [U2]. */
export function PaperGuide({ paper }: { paper: ServiceDocument }) {
  const { say, pick } = useAccountWords();
  const format = { types: mediaTypeNames(paper.mediaTypes), megabytes: megabytes(paper.maxBytes) };
  return (
    <>
      <p>
        {say('document.issued-by')}：{pick(paper.issuedBy)}
      </p>
      <p>
        {say('document.where')}：{pick(paper.whereToGet)}
      </p>
      <p>
        {say('document.sample')}：{pick(paper.sample)}
      </p>
      <p>{say('document.format.text', format)}</p>
      {paper.mayFollow ? <p>{say('document.may-follow')}</p> : null}
    </>
  );
}
