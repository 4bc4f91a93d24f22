import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { messageOf } from '../../link/funnel.ts';
import { ui } from '../../words/ui.ts';
import { attempt } from '../stores/attempt.ts';

export const PartFailed = ({ message }: { readonly message: string }) => (
  <p class="part-failed">{ui.partFailed(message)}</p>
);

/** Renders a part of a view; when making it throws, its message stands in its place and the rest goes on. */
export function Guard({ children }: { readonly children: () => ComponentChildren }): ComponentChildren {
  const [error] = useErrorBoundary();
  if (error) return <PartFailed message={messageOf(error)} />;
  const made = attempt(children);
  return made.ok ? made.value : <PartFailed message={made.message} />;
}
