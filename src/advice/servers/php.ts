import type { Policy, Recipe } from '../fix.ts';
import { preflightHeadersOf, safePolicy } from '../safe-policy.ts';
import { list } from './cors-options.ts';
import { anyOrigin, indented, joined, single, text, when } from './writing.ts';

const block = (head: string, lines: readonly string[]): readonly string[] => [head, ...indented(lines, '    '), '}'];

function body(policy: Policy): readonly string[] {
  const others = [
    ...when(policy.credentials, "header('Access-Control-Allow-Credentials: true');"),
    ...when(
      policy.exposedHeaders.length > 0,
      `header(${single(`Access-Control-Expose-Headers: ${joined(policy.exposedHeaders)}`)});`,
    ),
  ];
  const [first = '', ...rest] = list(policy.origins, single);
  const origins = [`$allowed = ${first}`, ...rest];
  return [
    ...(anyOrigin(policy)
      ? ["header('Access-Control-Allow-Origin: *');", ...others]
      : [
          ...origins.slice(0, -1),
          `${origins.at(-1)};`,
          "$origin = $_SERVER['HTTP_ORIGIN'] ?? '';",
          "header('Vary: Origin', false);",
          ...block('if (in_array($origin, $allowed, true)) {', [
            'header("Access-Control-Allow-Origin: $origin");',
            ...others,
          ]),
        ]),
    "$asked = $_SERVER['HTTP_ACCESS_CONTROL_REQUEST_METHOD'] ?? null;",
    ...block("if ($_SERVER['REQUEST_METHOD'] === 'OPTIONS' && $asked !== null) {", [
      ...preflightHeadersOf(policy).map(([name, value]) => `header(${single(`${name}: ${value}`)});`),
      'http_response_code(204);',
      'exit; // a preflight ends here',
    ]),
  ];
}

/** PHP 7 and 8, under any server. https://www.php.net/manual/function.header.php */
export const php: Recipe = {
  id: 'php',
  title: 'PHP',
  group: 'more-languages',
  proof: 'run',
  language: 'php',
  file: 'cors.php',
  reload: 'php -l cors.php',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      '<?php',
      `// CORS for ${safe.server}. First of all in every script, before login and any output:`,
      "//   require __DIR__ . '/cors.php';",
      ...body(safe),
    ]);
  },
};
