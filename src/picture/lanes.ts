import type { Place, Story } from './story.ts';

/** Where the vertical lines stand, in pixels from the left. */
export interface Lanes {
  readonly width: number;
  readonly narrow: boolean;
  readonly page: number;
  readonly browser: number;
  /** One for each server, or a single one that they take turns at when there is no room. */
  readonly servers: readonly number[];
  readonly shared: boolean;
}

/** From here on the actors' names and origins fit into boxes above their lines. */
const WIDE_PX = 620;
/** Wider arrows are only longer. */
const WIDEST_PX = 1060;
const NARROWEST_PX = 240;
/** Half the width of an actor's box in a wide picture. */
export const HALF_BOX_PX = 88;
const SERVER_GAP_PX = 2 * HALF_BOX_PX + 12;
const FIRST_SERVER_PX = 300;

/** Places the lines for a room of so many pixels. */
export function lanesFor(story: Story, room: number): Lanes {
  const width = Math.min(WIDEST_PX, Math.max(NARROWEST_PX, Math.floor(room)));
  const narrow = width < WIDE_PX;
  const count = story.servers.length;
  if (narrow) {
    const [page, browser] = [12, Math.round(Math.min(150, 24 + width * 0.22))];
    return { width, narrow, page, browser, servers: [width - 14], shared: count > 1 };
  }
  const page = HALF_BOX_PX + 1;
  const last = width - HALF_BOX_PX - 1;
  const browser = Math.round(page + Math.min(260, Math.max(2 * HALF_BOX_PX + 12, width * 0.24)));
  const first = last - (count - 1) * SERVER_GAP_PX;
  if (first - browser < FIRST_SERVER_PX && count > 1) {
    return { width, narrow, page, browser, servers: [last], shared: true };
  }
  const servers = Array.from({ length: count }, (_, index) => first + index * SERVER_GAP_PX);
  return { width, narrow, page, browser, servers, shared: false };
}

/** Where an actor's line stands, in pixels from the left. */
export function laneOf(lanes: Lanes, place: Place): number {
  if (place === 'page') return lanes.page;
  if (place === 'browser') return lanes.browser;
  return lanes.servers[lanes.shared ? 0 : place] ?? lanes.width;
}
