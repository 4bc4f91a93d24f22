import type { Policy, Recipe } from '../fix.ts';
import { safePolicy } from '../safe-policy.ts';
import { commaList, double, indented, text, when } from './writing.ts';

const list = (items: readonly string[]): string => `[${commaList(items, double)}]`;

const settings = (policy: Policy): readonly string[] => [
  `AllowOrigins: ${list(policy.origins)}`,
  `AllowMethods: ${list(policy.methods)}`,
  ...when(policy.requestHeaders.length > 0, `AllowHeaders: ${list(policy.requestHeaders)}`),
  ...when(policy.exposedHeaders.length > 0, `ExposeHeaders: ${list(policy.exposedHeaders)}`),
  ...when(policy.credentials, 'AllowCredentials: true'),
  ...when(policy.maxAge !== null, `MaxAge: ${policy.maxAge}`),
];

/** HTTP APIs. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html */
export const apiGateway: Recipe = {
  id: 'aws-api-gateway',
  title: 'AWS API Gateway (HTTP API)',
  group: 'cloud',
  proof: 'not-run-service',
  language: 'yaml',
  file: 'template.yaml',
  reload: 'sam validate && sam deploy',
  render(policy) {
    const safe = safePolicy(policy);
    return text([
      `# CORS for ${safe.server}`,
      '# API Gateway answers preflights itself and drops such headers of the integration.',
      '# If a $default route has an authorizer, add a route "OPTIONS /{proxy+}" without one.',
      'Resources:',
      '  HttpApi:',
      '    Type: AWS::Serverless::HttpApi',
      '    Properties:',
      '      CorsConfiguration:',
      ...indented(settings(safe), '        '),
    ]);
  },
};
