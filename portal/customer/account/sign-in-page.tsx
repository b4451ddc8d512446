import { useState } from 'react';
import { useNavigate, useSearchParams } from '../../shared/navigation.tsx';
import type { Session } from '../../shared/session.ts';
import { keepOwnContact } from '../own-contact.ts';
import { session } from '../session.ts';
import { CodeForm } from './code-form.tsx';
import { ContactForm, type SentCode } from './contact-form.tsx';

/** Signing in by a code: nothing to remember, nothing to solve [U19]. */
export function SignInPage() {
  const navigate = useNavigate();
  const search = useSearchParams();
  const [sent, setSent] = useState<SentCode>();
  const enter = (made: Session) => {
    session.set(made);
    if (sent !== undefined) keepOwnContact(sent.contact);
    navigate(ownPath(search.get('to')), { replace: true });
  };
  if (sent === undefined) return <ContactForm onSent={setSent} />;
  return <CodeForm sent={sent} onSent={setSent} onSignedIn={enter} onOther={() => setSent(undefined)} />;
}

/** Where to go on: a page of ours and no other. */
function ownPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/cases';
}
