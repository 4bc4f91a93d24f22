import { firstOf, type Listing, type Row } from '../../../src/panel/listing/listing.ts';

const told = (row: Row | null): string => {
  if (row === null) return 'nothing';
  if (row.kind === 'page') return 'page';
  if (row.kind === 'group') return `${row.group.members.length} × ${firstOf(row.group)}`;
  return row.of ? `  ${row.number} ${row.id}` : row.id;
};

/** All rows of a list in short words: `page`, an id, `3 × first-id` for a group, and its members indented. */
export const rowsOf = (listing: Listing): readonly string[] =>
  Array.from({ length: listing.rowCount() }, (_, index) => told(listing.row(index)));
