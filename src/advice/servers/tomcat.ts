import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { indented, orDefaultAge, text, withSafelistedMethods } from './writing.ts';

/** A safe policy holds no `<`, `>` or quote. */
export const xml = (value: string): string => value.replaceAll('&', '&amp;');
const param = (name: string, value: string): string =>
  `<init-param><param-name>cors.${name}</param-name>\n    <param-value>${xml(value)}</param-value></init-param>`;

const filter = (policy: Policy): readonly string[] => [
  '<filter-name>CorsFilter</filter-name>',
  '<filter-class>org.apache.catalina.filters.CorsFilter</filter-class>',
  param('allowed.origins', policy.origins.join(',')),
  '<!-- A method that is not listed is answered 403, even if it needs no permission. -->',
  param('allowed.methods', withSafelistedMethods(policy.methods).join(',')),
  param('allowed.headers', policy.requestHeaders.join(',')),
  param('exposed.headers', policy.exposedHeaders.join(',')),
  param('support.credentials', String(policy.credentials)),
  param('preflight.maxage', String(orDefaultAge(policy.maxAge))),
];

/** Tomcat 9.0.45, 10 or newer. https://tomcat.apache.org/tomcat-10.1-doc/config/filter.html#CORS_Filter */
export const tomcat: Recipe = {
  id: 'tomcat',
  title: 'Apache Tomcat',
  group: 'web-server',
  proof: 'run',
  language: 'xml',
  file: 'WEB-INF/web.xml, META-INF/context.xml',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      '<!-- Part 1: into WEB-INF/web.xml, above all other filters. With an error-page of yours,',
      '     answers to exceptions keep the headers; the page of Tomcat itself drops them. -->',
      '<filter>',
      ...indented(filter(safe)),
      '</filter>',
      '<filter-mapping>',
      ...indented(['<filter-name>CorsFilter</filter-name>', '<url-pattern>/*</url-pattern>']),
      '</filter-mapping>',
      '',
      '<!-- Part 2: into META-INF/context.xml, if web.xml has a login-config (FORM: FormAuthenticator …):',
      '     else preflights are asked for a login before the filter sees them. The 401 of that login',
      '     has no headers: the page then sees a network error. -->',
      '<Valve className="org.apache.catalina.authenticator.BasicAuthenticator" allowCorsPreflight="filter"/>',
    ]);
  },
};
