import { pictureWords as words } from '../words/picture.ts';
import type { ShownHeader } from './headers.ts';
import type { Event, Place, Story } from './story.ts';
import { plain } from './text.ts';

function nameOf({ servers, page, browser }: Story, place: Place): string {
  if (place === 'page') return `${words.page} (${page === 'null' ? words.opaqueOrigin : plain(page)})`;
  if (place === 'browser') return `${words.browser} (${browser})`;
  const title = servers.length > 1 ? words.serverNumber(place + 1) : words.server;
  return `${title} (${plain(servers[place] ?? '')})`;
}

function headerText({ name, value, state, want }: ShownHeader): string {
  const shown = value === null ? words.notSent : value === '' ? words.empty : plain(value);
  const parts = [words.header(plain(name), shown)];
  if (state === 'failed') parts.push(words.failedMark);
  if (state === 'failed' && want !== null) parts.push(words.headerWanted(plain(want)));
  return parts.join(', ');
}

function said(story: Story, event: Event): string {
  if (event.kind === 'check') {
    return event.state === 'passed' ? words.passedHere(event.text) : words.failedHere(plain(event.text));
  }
  const headers = event.headers.map(headerText);
  if (event.kind === 'aside') return [event.text, ...headers].join('; ');
  const text = [plain(event.text), ...(event.aside === null ? [] : [event.aside])].join(', ');
  const say = event.state === 'never' ? words.neverSays : words.says;
  return [say(nameOf(story, event.from), nameOf(story, event.to), text), ...headers].join('; ');
}

/** The picture in words, one line for each thing that it shows, in the same order. */
export const told = (story: Story): readonly string[] => story.events.map((event) => said(story, event));
