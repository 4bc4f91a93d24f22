import { runServers } from '../test/recipes/run.ts';
import { SERVERS } from '../test/recipes/servers.ts';

const only = process.argv.slice(2);
const chosen = SERVERS.filter(({ recipe }) => only.length === 0 || only.includes(recipe.id));
const { rows } = await runServers(chosen, { fuzzed: 5, say: (line) => console.error(line) });
void rows;
