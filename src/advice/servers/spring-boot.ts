import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { commaList, double, indented, orDefaultAge, text, when, withSafelistedMethods } from './writing.ts';

const settings = (policy: Policy): readonly string[] => [
  'var cors = new CorsConfiguration();',
  `cors.setAllowedOrigins(List.of(${commaList(policy.origins, double)}));`,
  `cors.setAllowedMethods(List.of(${commaList(withSafelistedMethods(policy.methods), double)}));`,
  `cors.setAllowedHeaders(List.of(${commaList(policy.requestHeaders, double)}));`,
  ...when(
    policy.exposedHeaders.length > 0,
    `cors.setExposedHeaders(List.of(${commaList(policy.exposedHeaders, double)}));`,
  ),
  ...when(policy.credentials, 'cors.setAllowCredentials(true);'),
  `cors.setMaxAge(${orDefaultAge(policy.maxAge)}L);`,
  'var source = new UrlBasedCorsConfigurationSource();',
  'source.registerCorsConfiguration("/**", cors);',
];

/** Spring Boot 3 and 4 (servlets). https://docs.spring.io/spring-framework/reference/web/webmvc-cors.html#mvc-cors-filter */
export const springBoot: Recipe = {
  id: 'spring-boot',
  title: 'Spring Boot',
  group: 'more-languages',
  proof: 'not-run-package',
  language: 'java',
  file: 'CorsConfig.java',
  reload: null,
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `// CORS for ${safe.server}, below the package line.`,
      'import java.util.List;',
      'import org.springframework.boot.web.servlet.FilterRegistrationBean;',
      'import org.springframework.context.annotation.Bean;',
      'import org.springframework.context.annotation.Configuration;',
      'import org.springframework.core.Ordered;',
      'import org.springframework.web.cors.CorsConfiguration;',
      'import org.springframework.web.cors.UrlBasedCorsConfigurationSource;',
      'import org.springframework.web.filter.CorsFilter;',
      '',
      '@Configuration',
      'class CorsConfig {',
      ...indented(
        [
          '@Bean',
          'FilterRegistrationBean<CorsFilter> corsFilter() {',
          ...indented(
            [
              ...settings(safe),
              'var filter = new FilterRegistrationBean<>(new CorsFilter(source));',
              '// Before Spring Security, which would ask for a login before a preflight is answered.',
              'filter.setOrder(Ordered.HIGHEST_PRECEDENCE);',
              'return filter;',
            ],
            '    ',
          ),
          '}',
        ],
        '    ',
      ),
      '}',
    ]);
  },
};
