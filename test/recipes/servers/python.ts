import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { django as djangoRecipe } from '../../../src/advice/servers/django.ts';
import { fastapi as fastapiRecipe } from '../../../src/advice/servers/fastapi.ts';
import { flask as flaskRecipe } from '../../../src/advice/servers/flask.ts';
import { output, serve, versionIn } from '../process.ts';
import type { ServerUnderTest } from '../server.ts';
import { LOGIN } from '../upstream.ts';

/** Debian's own, which has Debian's packages. */
const PYTHON = '/usr/bin/python3';
const MODULES = '/usr/lib/python3/dist-packages';
const ENV = { PYTHONDONTWRITEBYTECODE: '1' };
const versionOf = (name: string): string =>
  versionIn(output(PYTHON, ['-c', `from importlib.metadata import version; print(version('${name}'))`]));
const python = (site: { folder: string }, args: readonly string[]): string => output(PYTHON, args, site.folder, ENV);

const settings = `
SECRET_KEY = 'test'
ALLOWED_HOSTS = ['*']
ROOT_URLCONF = 'app'
INSTALLED_APPS = []
MIDDLEWARE = ['app.login', 'django.middleware.common.CommonMiddleware']
LOGGING_CONFIG = None
`;

const djangoApp = `
import os
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, JsonResponse
from django.urls import path
os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')

def login(get_response):
    def middleware(request):
        if request.path == '/api/private' and request.headers.get('Authorization') != '${LOGIN}':
            return HttpResponse('login', status=401)
        return get_response(request)
    return middleware

def items(request):
    response = JsonResponse({'cookie': request.headers.get('Cookie', '')})
    response['ETag'] = '"1"'
    response['X-Total-Count'] = '7'
    return response

def boom(request):
    raise Exception('boom')

urlpatterns = [path('api/items', items), path('api/private', items), path('api/boom', boom)]
application = get_wsgi_application()
`;

const djangoServer = `
import sys
from wsgiref.simple_server import make_server
from app import application
make_server('127.0.0.1', int(sys.argv[1]), application).serve_forever()
`;

/** Django with a login as middleware, on the server of Python's library. */
export const django: ServerUnderTest = {
  title: 'Django',
  recipe: djangoRecipe,
  needs: {
    files: [PYTHON, `${MODULES}/django`, `${MODULES}/corsheaders`],
    debian: ['python3-django', 'python3-django-cors-headers'],
  },
  version: () => `${versionOf('django')}, django-cors-headers ${versionOf('django-cors-headers')}`,
  write(text, { folder }) {
    writeFileSync(join(folder, 'settings.py'), `${settings}\n${text}`);
    writeFileSync(join(folder, 'app.py'), djangoApp);
    writeFileSync(join(folder, 'serve.py'), djangoServer);
  },
  test: (site) => void python(site, ['-m', 'django', 'check', '--settings', 'settings', '--pythonpath', '.']),
  start: (site) => serve(site, PYTHON, ['serve.py', String(site.port)], { env: ENV }),
};

const flaskApp = (text: string): string => `
from flask import Flask, Response, request, jsonify
app = Flask(__name__)
${text}

@app.before_request
def login():
    if request.path == '/api/private' and request.headers.get('Authorization') != '${LOGIN}':
        return 'login', 401

@app.route('/api/items', methods=['GET', 'PUT', 'DELETE'])
@app.route('/api/private', methods=['GET', 'PUT', 'DELETE'])
def items():
    return jsonify(cookie=request.headers.get('Cookie', '')), 200, {'ETag': '"1"', 'X-Total-Count': '7'}

@app.route('/api/boom')
def boom():
    raise Exception('boom')

if __name__ == '__main__':
    import sys
    app.run('127.0.0.1', int(sys.argv[1]))
`;

/** Flask with a login before each request. */
export const flask: ServerUnderTest = {
  title: 'Flask',
  recipe: flaskRecipe,
  needs: {
    files: [PYTHON, `${MODULES}/flask`, `${MODULES}/flask_cors`],
    debian: ['python3-flask', 'python3-flask-cors'],
  },
  version: () => `${versionOf('flask')}, Flask-CORS ${versionOf('Flask-Cors')}`,
  write: (text, { folder }) => writeFileSync(join(folder, 'app.py'), flaskApp(text)),
  // Loading the module runs what the recipe says.
  test: (site) => void python(site, ['-c', "import app; app.app.test_client().get('/api/items')"]),
  start: (site) => serve(site, PYTHON, ['app.py', String(site.port)], { env: ENV }),
};

const fastapiApp = (text: string): string => `
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
app = FastAPI()

@app.middleware('http')
async def login(request: Request, call_next):
    if request.url.path == '/api/private' and request.headers.get('authorization') != '${LOGIN}':
        return JSONResponse({}, 401)
    return await call_next(request)

@app.api_route('/api/items', methods=['GET', 'PUT', 'DELETE'])
@app.api_route('/api/private', methods=['GET', 'PUT', 'DELETE'])
async def items(request: Request):
    return JSONResponse({'cookie': request.headers.get('cookie', '')}, headers={'ETag': '"1"', 'X-Total-Count': '7'})

@app.get('/api/boom')
async def boom():
    raise Exception('boom')

${text}
`;

/** FastAPI on uvicorn, with a login as middleware. */
export const fastapi: ServerUnderTest = {
  title: 'FastAPI / Starlette',
  recipe: fastapiRecipe,
  needs: {
    files: [PYTHON, `${MODULES}/fastapi`, `${MODULES}/uvicorn`],
    debian: ['python3-fastapi', 'python3-uvicorn'],
  },
  version: () => `${versionOf('fastapi')}, Starlette ${versionOf('starlette')}`,
  write: (text, { folder }) => writeFileSync(join(folder, 'main.py'), fastapiApp(text)),
  test: (site) => void python(site, ['-c', 'import main']),
  start: (site) =>
    serve(site, PYTHON, ['-m', 'uvicorn', '--host', '127.0.0.1', '--port', String(site.port), 'main:app'], {
      env: ENV,
    }),
};
