/**
 * How many random inputs a property is tried with. `npm run mutate` runs the tests thousands of times, and lowers it
 * (MOST_RUNS).
 */
export const runs = (usual: number): number => Math.min(usual, Number(process.env.MOST_RUNS ?? usual));
