import browser from 'webextension-polyfill';
import { languageFor, setLanguage, ui } from '../words/language.ts';

// Only a page of the extension's own can ask: Firefox gives its DevTools panels no `permissions`, and asks on a click alone.
const ALL_HOSTS = { origins: ['<all_urls>'] };

async function show(root: HTMLElement): Promise<void> {
  await setLanguage(languageFor(navigator.languages));
  const title = document.createElement('h1');
  title.textContent = ui.grantTitle;
  const why = document.createElement('p');
  why.textContent = ui.grantWhy;
  const button = document.createElement('button');
  button.textContent = ui.grantButton;
  const answer = document.createElement('p');
  answer.setAttribute('role', 'status');
  button.addEventListener('click', () => {
    browser.permissions.request(ALL_HOSTS).then(
      (granted) => {
        answer.textContent = granted ? ui.grantDone : ui.grantRefused;
      },
      (error: unknown) => {
        answer.textContent = error instanceof Error ? error.message : String(error);
      },
    );
  });
  root.replaceChildren(title, why, button, answer);
  if (await browser.permissions.contains(ALL_HOSTS)) answer.textContent = ui.grantDone;
}

const root = document.getElementById('root');
if (root) void show(root);
