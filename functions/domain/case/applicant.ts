import type { Answers } from '../catalogue/answers.ts';
import type { Question } from '../catalogue/question.ts';
import type { Service } from '../catalogue/service.ts';
import { visibleQuestions } from '../catalogue/visible-questions.ts';

export interface Applicant {
  readonly name?: string;
  readonly email?: string;
  readonly mobile?: string;
}

/** Who applies and how they are reached: the first answer to a question of that type, whatever a service calls it. */
export function applicantOf(service: Service, answers: Answers): Applicant {
  const asked = visibleQuestions(service, answers);
  const first = (type: Question['type']) => {
    const found = asked.filter((question) => question.type === type).map(({ id }) => answers[id]);
    return found.find((answer) => typeof answer === 'string' && answer !== '');
  };
  const [name, email, mobile] = [first('name'), first('email'), first('mobile')];
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof email === 'string' && { email }),
    ...(typeof mobile === 'string' && { mobile }),
  };
}
