import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tomcat as recipe } from '../../../src/advice/servers/tomcat.ts';
import { parts } from '../parts.ts';
import { output, serve } from '../process.ts';
import type { ServerUnderTest, Site } from '../server.ts';

const HOME = '/usr/share/tomcat10';
const ECJ = '/usr/share/java/eclipse-jdt-core.jar';

const webXml = (part: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
${part}
  <servlet><servlet-name>api</servlet-name><servlet-class>Api</servlet-class></servlet>
  <servlet-mapping><servlet-name>api</servlet-name><url-pattern>/api/*</url-pattern></servlet-mapping>
  <servlet-mapping><servlet-name>api</servlet-name><url-pattern>/sorry</url-pattern></servlet-mapping>
  <error-page><location>/sorry</location></error-page>
  <security-constraint>
    <web-resource-collection>
      <web-resource-name>private</web-resource-name><url-pattern>/api/private</url-pattern>
    </web-resource-collection>
    <auth-constraint><role-name>user</role-name></auth-constraint>
  </security-constraint>
  <login-config><auth-method>BASIC</auth-method></login-config>
  <security-role><role-name>user</role-name></security-role>
</web-app>
`;

const serverXml = ({ port }: Site): string => `<Server port="-1">
  <Service name="Catalina">
    <Connector port="${port}" address="127.0.0.1"/>
    <Engine name="Catalina" defaultHost="localhost">
      <Realm className="org.apache.catalina.realm.MemoryRealm"/>
      <Host name="localhost" appBase="webapps" autoDeploy="false"/>
    </Engine>
  </Service>
</Server>
`;

const SERVLET = `
import jakarta.servlet.http.*;
public class Api extends HttpServlet {
  protected void service(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String path = request.getRequestURI();
    if (path.equals("/sorry")) { response.getWriter().print("sorry"); return; }
    if (path.equals("/api/boom")) throw new RuntimeException("boom");
    if (!path.equals("/api/items") && !path.equals("/api/private")) { response.sendError(404); return; }
    String cookie = request.getHeader("Cookie");
    response.setHeader("ETag", "\\"1\\"");
    response.setHeader("X-Total-Count", "7");
    response.setContentType("application/json");
    response.getWriter().print("{\\"cookie\\":\\"" + (cookie == null ? "" : cookie) + "\\"}");
  }
}
`;

/** Tomcat with a login of its own (before every filter) and a page for errors. */
export const tomcat: ServerUnderTest = {
  title: 'Apache Tomcat',
  recipe,
  needs: {
    commands: ['java'],
    files: [`${HOME}/bin/bootstrap.jar`, ECJ],
    debian: ['tomcat10', 'libeclipse-jdt-core-java'],
  },
  version: () =>
    /Server number:\s*([\d.]+)/.exec(
      output('java', ['-cp', `${HOME}/lib/catalina.jar`, 'org.apache.catalina.util.ServerInfo']),
    )?.[1] ?? '',
  write(text, site) {
    const [filter = '', valve = ''] = text === '' ? [] : parts(text);
    const app = join(site.folder, 'webapps', 'ROOT');
    for (const folder of ['conf', 'logs', 'temp', 'work']) mkdirSync(join(site.folder, folder));
    mkdirSync(join(app, 'WEB-INF', 'classes'), { recursive: true });
    mkdirSync(join(app, 'META-INF'));
    writeFileSync(join(site.folder, 'conf', 'server.xml'), serverXml(site));
    writeFileSync(
      join(site.folder, 'conf', 'tomcat-users.xml'),
      '<tomcat-users><role rolename="user"/><user username="u" password="p" roles="user"/></tomcat-users>',
    );
    writeFileSync(join(app, 'WEB-INF', 'web.xml'), webXml(filter));
    writeFileSync(join(app, 'META-INF', 'context.xml'), `<Context>\n${valve}\n</Context>`);
    writeFileSync(join(site.folder, 'Api.java'), SERVLET);
  },
  start(site) {
    const lib = `${HOME}/lib/servlet-api.jar`;
    const classes = join(site.folder, 'webapps', 'ROOT', 'WEB-INF', 'classes');
    const compiler = 'org.eclipse.jdt.internal.compiler.batch.Main';
    output(
      'java',
      ['-cp', compilerPath(), compiler, '-17', '-proc:none', '-cp', lib, '-d', classes, 'Api.java'],
      site.folder,
    );
    const path = `${HOME}/bin/bootstrap.jar:${HOME}/bin/tomcat-juli.jar`;
    const properties = [
      `-Dcatalina.home=${HOME}`,
      `-Dcatalina.base=${site.folder}`,
      `-Djava.io.tmpdir=${site.folder}/temp`,
    ];
    return serve(site, 'java', [...properties, '-cp', path, 'org.apache.catalina.startup.Bootstrap', 'start']);
  },
  limits: { errors: 'but for the 401 of its own login, which comes before every filter' },
  without: {
    config: 'its configtest reads server.xml alone',
    fuzz: 'its configtest reads server.xml alone',
  },
};

const compilerPath = (): string => `${ECJ}:/usr/share/java/*`;
