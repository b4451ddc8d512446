import { lazy, Suspense } from 'react';
import { PageAt } from '../shared/navigation.tsx';
import { ApiProblem, problemFromStatus } from '../shared/problem.ts';
import { ProblemPage } from '../shared/problem-view.tsx';
import { addWords } from '../shared/speech.ts';
import { Waiting } from '../shared/waiting.tsx';
import { Frame } from './frame.tsx';
import { accountWords } from './words.ts';

const HomePage = lazy(async () => ({ default: (await import('./home-page.tsx')).HomePage }));
const GuidePage = lazy(async () => ({ default: (await import('./guide-page.tsx')).GuidePage }));
const TrackPage = lazy(async () => ({ default: (await import('./track-page.tsx')).TrackPage }));
const VerifyPage = lazy(async () => ({ default: (await import('./verify-page.tsx')).VerifyPage }));
const SignInPage = lazy(async () => {
  const [{ SignInPage }] = await Promise.all([import('./account/sign-in-page.tsx'), addWords(accountWords)]);
  return { default: SignInPage };
});
const CasePages = lazy(async () => {
  const [{ CasePages }] = await Promise.all([import('./account/pages.tsx'), addWords(accountWords)]);
  return { default: CasePages };
});

const PAGES = [
  ['/', <HomePage key="home" />],
  ['/services/:serviceId', <GuidePage key="guide" />],
  ['/track', <TrackPage key="track" />],
  ['/verify/:number?', <VerifyPage key="verify" />],
  ['/sign-in', <SignInPage key="sign-in" />],
  ['/cases/*?', <CasePages key="cases" />],
] as const;

/** Each page is loaded when it is opened: the first one must come soon on a slow line. */
export function Pages() {
  return (
    <Frame>
      <Suspense fallback={<Waiting />}>
        <PageAt pages={PAGES} none={<NoSuchPage />} />
      </Suspense>
    </Frame>
  );
}

function NoSuchPage() {
  return <ProblemPage error={new ApiProblem(problemFromStatus(404, ''))} />;
}
