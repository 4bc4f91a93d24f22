import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { anyOrigin, commaList, double, indented, text, when, withSafelistedMethods } from './writing.ts';

const calls = (policy: Policy): readonly string[] => [
  anyOrigin(policy) ? '.AllowAnyOrigin()' : `.WithOrigins(${commaList(policy.origins, double)})`,
  `.WithMethods(${commaList(withSafelistedMethods(policy.methods), double)})`,
  ...when(policy.requestHeaders.length > 0, `.WithHeaders(${commaList(policy.requestHeaders, double)})`),
  ...when(policy.exposedHeaders.length > 0, `.WithExposedHeaders(${commaList(policy.exposedHeaders, double)})`),
  ...when(policy.credentials, '.AllowCredentials()'),
  ...when(policy.maxAge !== null, `.SetPreflightMaxAge(TimeSpan.FromSeconds(${policy.maxAge}))`),
];

/** ASP.NET Core 6 or newer. https://learn.microsoft.com/aspnet/core/security/cors */
export const aspnetCore: Recipe = {
  id: 'aspnet-core',
  title: 'ASP.NET Core',
  group: 'more-languages',
  proof: 'not-run-package',
  language: 'csharp',
  file: 'Program.cs',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    const lines = calls(safe);
    return text([
      `// CORS for ${safe.server}`,
      '// Part 1: before builder.Build().',
      'builder.Services.AddCors(options => options.AddDefaultPolicy(policy => policy',
      ...indented([...lines.slice(0, -1), `${lines.at(-1)}));`], '    '),
      '',
      '// Part 2: after UseExceptionHandler and UseRouting, before UseAuthentication and UseAuthorization.',
      'app.UseCors();',
    ]);
  },
};
