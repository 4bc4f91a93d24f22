import type { Column, Settings } from '../../settings/settings.ts';

/** How much of a call its row has room for: all columns, those that matter most, or two lines. */
export type Density = 'full' | 'medium' | 'small' | 'compact';
export const densityFor = (width: number): Density =>
  width < 680 ? 'compact' : width < 780 ? 'small' : width < 900 ? 'medium' : 'full';

export type AnyColumn = 'verdict' | 'method' | 'url' | Column;

const WIDTHS: Readonly<Record<AnyColumn, string>> = {
  verdict: '122px',
  method: '64px',
  url: 'minmax(140px, 2.4fr)',
  cause: 'minmax(120px, 2fr)',
  origin: 'minmax(80px, 1fr)',
  preflight: '90px',
  status: '58px',
  type: '74px',
  duration: '68px',
  time: '72px',
};
// What matters least goes first when room is short.
const SHOWN: Readonly<Record<Density, readonly Column[] | null>> = {
  full: null,
  medium: ['cause', 'preflight', 'status'],
  small: ['cause', 'status'],
  compact: ['cause', 'time'],
};

/** The columns that are shown, in order. */
export function columnsFor({ columns }: Settings, density: Density): readonly AnyColumn[] {
  const room = SHOWN[density];
  return ['verdict', 'method', 'url', ...columns.filter((column) => room === null || room.includes(column))];
}

/** The value of CSS `grid-template-columns` for them. */
export const templateFor = (columns: readonly AnyColumn[], { time }: Settings): string =>
  columns.map((column) => (column === 'time' && time === 'milliseconds' ? '94px' : WIDTHS[column])).join(' ');
