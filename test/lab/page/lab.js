// The lab's page: a button for each scenario, and `window.lab` for automation.
(() => {
  const { families, origins } = globalThis.labData;
  const scenarios = new Map(families.flatMap((family) => family.scenarios).map((scenario) => [scenario.id, scenario]));
  const AsyncFunction = (async () => {}).constructor;
  const rows = new Map();

  /** Each run has URLs of its own, also after a reload, so that no cache remembers an earlier one. */
  const nextRun = () => {
    const run = Number(sessionStorage.getItem('run') ?? 0) + 1;
    sessionStorage.setItem('run', String(run));
    return run;
  };

  const run = async (id) => {
    const scenario = scenarios.get(id);
    if (!scenario) throw new Error(`no scenario ${id}`);
    show(id, 'running', '…');
    const script = new AsyncFunction('lab', scenario.run);
    const outcome = await labKit.inPage(id, origins, nextRun(), script);
    document.getElementById('stage').replaceChildren();
    show(id, /^\d+$|^(loaded|open|opaque.*|sent)$/.test(outcome) ? 'got' : 'refused', outcome);
    return { id, outcome };
  };

  /** One after the other: a call's neighbours in the recording are its own. */
  const runAll = async (ids = [...scenarios.keys()]) => {
    const outcomes = [];
    for (const id of ids) {
      outcomes.push(await run(id));
      progress.textContent = `${outcomes.length} of ${ids.length}`;
    }
    return outcomes;
  };

  const show = (id, state, outcome) => {
    const output = rows.get(id).querySelector('output');
    output.dataset.state = state;
    output.textContent = outcome;
  };

  const make = (tag, attributes, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const row = (scenario) => {
    const button = make('button', { type: 'button', 'data-run': scenario.id }, scenario.title);
    button.addEventListener('click', () => run(scenario.id));
    const item = make('li', {}, button, make('output', {}), make('p', {}, scenario.about));
    rows.set(scenario.id, item);
    return item;
  };
  for (const family of families) {
    const list = make('ul', {}, ...family.scenarios.map(row));
    document.getElementById('families').append(make('section', { id: family.id }, make('h2', {}, family.title), list));
  }

  const progress = document.getElementById('progress');
  document.getElementById('run-all').addEventListener('click', () => runAll());
  document.getElementById('filter').addEventListener('input', ({ target }) => {
    const wanted = target.value.toLowerCase();
    for (const [id, item] of rows) item.hidden = !`${id} ${item.textContent}`.toLowerCase().includes(wanted);
    for (const section of document.querySelectorAll('section')) {
      section.hidden = section.querySelector('li:not([hidden])') === null;
    }
  });

  globalThis.lab = { run, runAll, ids: [...scenarios.keys()], origins };
  const asked = new URLSearchParams(location.search).get('run');
  if (asked === 'all') globalThis.lab.done = runAll();
  else if (asked !== null) globalThis.lab.done = runAll(asked.split(','));
})();
