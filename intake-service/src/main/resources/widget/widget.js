// A feedback button for any website. Keeps nothing in the browser, brings no style or script but its own, runs under
//   script-src <our origin>; connect-src <our origin>
// <script src="https://<our origin>/widget.js" data-form="contact" data-lang="en" defer></script>
(() => {
  'use strict';

  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const { form: formName = 'contact', label, side = 'end' } = script.dataset;
  const labels = { en: 'Feedback', es: 'Opiniones', fa: 'بازخورد', hi: 'फ़ीडबैक', pl: 'Opinie', ru: 'Отзывы' };
  const tag = (script.dataset.lang || document.documentElement.lang || navigator.language || 'en').toLowerCase().split('-')[0];
  const lang = labels[tag] ? tag : 'en';

  const css = `
:host { all: initial; }
* { box-sizing: border-box; font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari", sans-serif; }
:host { --card: #fff; --ink: #1d2621; --quiet: #55605a; --line: #8a948e; --accent: #12664f; --on: #fff; --wrong: #b3261e; }
@media (prefers-color-scheme: dark) { :host { --card: #1e2521; --ink: #e9eeeb; --quiet: #a9b5ae; --line: #6d7a72; --accent: #6fd3b0; --on: #0b2a20; --wrong: #ff9d94; } }
button { font-size: 1rem; font-weight: 650; cursor: pointer; border: 0; border-radius: .5rem; padding: .75rem 1.5rem; background: var(--accent); color: var(--on); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.open { position: fixed; inset-block-end: 1.25rem; inset-inline-end: 1.25rem; z-index: 2147483000; border-radius: 2rem; box-shadow: 0 2px 10px #0004; }
.open.start { inset-inline: 1.25rem auto; }
dialog { width: min(27rem, 100vw - 1.5rem); max-height: calc(100vh - 1.5rem); overflow: auto; padding: 1.5rem; border: 0; border-radius: .75rem; background: var(--card); color: var(--ink); font-size: 1rem; line-height: 1.5; box-shadow: 0 8px 40px #0006; }
dialog::backdrop { background: #0f1612a6; }
h2 { margin: 0; font-size: 1.375rem; line-height: 1.25; }
header { display: flex; justify-content: space-between; align-items: start; gap: 1rem; }
.close { padding: .25rem .75rem; background: none; color: var(--ink); font-size: 1.5rem; line-height: 1.2; }
[role=tablist] { display: flex; gap: .5rem; margin-block: .75rem; border-bottom: 1px solid var(--line); }
[role=tab] { padding: .5rem .25rem; border-radius: 0; background: none; color: var(--quiet); text-align: start; border-bottom: 3px solid transparent; }
[role=tab][aria-selected=true] { color: var(--ink); border-color: var(--accent); }
p { margin: .5rem 0; } .hint, .lead, .optional { color: var(--quiet); } .hint { font-size: .9375rem; margin: 0 0 .25rem; }
label { display: block; margin: .875rem 0 .25rem; font-weight: 600; } .optional { font-weight: 400; }
input, select, textarea { width: 100%; padding: .5rem .625rem; border: 1px solid var(--line); border-radius: .375rem; background: var(--card); color: inherit; font-size: 1rem; }
textarea { min-height: 5.5rem; resize: vertical; }
[aria-invalid=true] { border: 2px solid var(--wrong); }
.problem { color: var(--wrong); font-weight: 600; margin: 0 0 .25rem; }
.send { width: 100%; margin-top: 1.25rem; } .send[aria-disabled=true] { opacity: .6; }
.away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.thanks { font-size: 1.125rem; padding-block: 1rem; }
[hidden] { display: none; }`;

  const el = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === true) element.setAttribute(key, '');
      else if (value !== false && value != null) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child != null));
    return element;
  };

  const host = el('div', { 'data-feedback-loop': '' });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  const dir = lang === 'fa' ? 'rtl' : 'ltr';
  const button = el('button', { type: 'button', class: `open ${side}`, 'aria-haspopup': 'dialog', lang, dir }, label || labels[lang]);
  root.append(button);
  let opening;

  const call = (init, after = '') =>
    fetch(`${origin}/widget/${formName}?lang=${lang}${after}`, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: AbortSignal.timeout(15000), ...init });

  const load = async (oldToken) => {
    const answer = await call({}, oldToken && `&after=${oldToken}`);
    if (!answer.ok) throw new Error(`feedback widget: ${answer.status}`);
    return answer.json();
  };

  const control = (field, id, described) => {
    const attributes = { id, name: field.name, required: field.required, autocomplete: field.autocomplete, 'aria-describedby': described };
    if (field.kind === 'textarea') return el('textarea', { ...attributes, rows: 4 });
    if (field.kind === 'select') return el('select', attributes, ...field.options.map((one) => el('option', { value: one.value }, one.label)));
    return el('input', { ...attributes, type: field.kind, dir: /tel|email/.test(field.kind) ? 'ltr' : null });
  };

  const row = (form, field) => {
    const id = `${form.kind}-${field.name}`;
    const problem = el('p', { class: 'problem', id: `${id}-problem`, hidden: true });
    const hint = field.hint ? el('p', { class: 'hint', id: `${id}-hint` }, field.hint) : null;
    const optional = field.required ? null : el('span', { class: 'optional' }, ` ${opening.texts.optional}`);
    return el('div', {}, el('label', { for: id }, field.label, optional), hint, problem, control(field, id, `${hint ? `${id}-hint ` : ''}${id}-problem`));
  };

  // The next such part of a day, by the visitor's own clock.
  const period = (when) => {
    if (!when) return {};
    const [begin, end] = when === 'morning' ? [9, 12] : [12, 17];
    const from = new Date();
    const until = new Date();
    until.setHours(end, 0, 0, 0);
    if (until - from < 36e5) {
      from.setDate(from.getDate() + 1);
      until.setDate(until.getDate() + 1);
      from.setHours(begin, 0, 0, 0);
    } else if (from.getHours() < begin) from.setHours(begin, 0, 0, 0);
    return { from: from.toISOString(), until: until.toISOString() };
  };

  const panel = (form, dialog) => {
    const notice = el('p', { class: 'problem', role: 'alert' });
    const send = el('button', { class: 'send' }, form.send);
    const trap = el('div', { class: 'away', 'aria-hidden': 'true' }, el('label', { for: `${form.kind}-website` }, opening.texts.trap), el('input', { id: `${form.kind}-website`, name: 'website', tabindex: -1, autocomplete: 'off' }));
    const element = el('form', { novalidate: true }, el('p', { class: 'lead' }, form.lead), notice, trap, ...form.fields.map((field) => row(form, field)), send);
    let sending = false;

    const tell = (names) => {
      let first;
      for (const field of form.fields) {
        const input = element.elements[field.name];
        const problem = root.getElementById(`${form.kind}-${field.name}-problem`);
        const wrong = names.includes(field.name);
        problem.textContent = wrong ? form.problems[input.value.trim() ? field.name : `${field.name}.empty`] || '' : '';
        problem.hidden = !wrong;
        input.setAttribute('aria-invalid', wrong);
        if (wrong) first ??= input;
      }
      notice.textContent = names.length ? opening.texts.summary : '';
      first?.focus();
    };

    const missing = () => form.fields.filter((field) => field.required && field.kind !== 'select' && !element.elements[field.name].value.trim());

    const submit = async () => {
      const { when, ...typed } = Object.fromEntries(new FormData(element));
      const page = location.origin + location.pathname;
      const wish = form.kind === 'callback' ? { ...period(when), zone: Intl.DateTimeFormat().resolvedOptions().timeZone } : {};
      const body = JSON.stringify({ ...typed, ...wish, kind: form.kind, token: opening.token, language: opening.language, page });
      const answer = await call({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      if (answer.ok) return thank();
      const problem = await answer.json();
      const names = (problem.invalidParams || []).map((one) => one.name);
      if (names.includes('token') || answer.status === 422) {
        opening.token = (await load(opening.token)).token;
        notice.textContent = opening.texts[answer.status === 422 ? 'changed' : 'token'];
      } else if (names.length) tell(names);
      else notice.textContent = opening.texts[answer.status === 429 ? 'busy' : 'unavailable'];
    };

    const thank = () => {
      const thanks = el('p', { class: 'thanks', role: 'status', tabindex: -1 }, form.thanks);
      for (const part of dialog.querySelectorAll('[role=tablist], [role=tabpanel]')) part.remove();
      dialog.append(thanks);
      thanks.focus();
    };

    element.addEventListener('submit', async (event) => {
      event.preventDefault();
      if (sending) return;
      tell(missing().map((field) => field.name));
      if (missing().length) return;
      sending = true;
      send.setAttribute('aria-disabled', 'true');
      try {
        await submit();
      } catch {
        notice.textContent = opening.texts.unavailable;
      } finally {
        sending = false;
        send.removeAttribute('aria-disabled');
      }
    });
    return element;
  };

  const build = () => {
    const { texts, forms, direction, language } = opening;
    const title = el('h2', { id: 'title' }, label || labels[lang]);
    const close = el('button', { type: 'button', class: 'close', 'aria-label': texts.close }, '×');
    const tabs = el('div', { role: 'tablist', 'aria-label': texts.kinds });
    const dialog = el('dialog', { 'aria-labelledby': 'title', 'aria-modal': 'true', lang: language, dir: direction }, el('header', {}, title, close), tabs);
    const parts = forms.map((form) => {
      const tab = el('button', { type: 'button', role: 'tab', id: `tab-${form.kind}`, 'aria-controls': `panel-${form.kind}` }, form.name);
      const part = el('div', { role: 'tabpanel', id: `panel-${form.kind}`, 'aria-labelledby': `tab-${form.kind}` }, panel(form, dialog));
      tabs.append(tab);
      dialog.append(part);
      return { tab, part };
    });
    const choose = (chosen) => {
      for (const { tab, part } of parts) {
        const is = tab === chosen;
        tab.setAttribute('aria-selected', is);
        tab.tabIndex = is ? 0 : -1;
        part.hidden = !is;
      }
    };
    for (const { tab } of parts) tab.addEventListener('click', () => choose(tab));
    tabs.addEventListener('keydown', (event) => {
      if (!/^Arrow(Left|Right)$/.test(event.key)) return;
      const other = parts.find(({ tab }) => tab.tabIndex < 0).tab;
      choose(other);
      other.focus();
    });
    close.addEventListener('click', () => dialog.close());
    choose(parts[0].tab);
    return dialog;
  };

  // The dialog stays for as long as nothing was sent, so that what was typed is not lost with a slip.
  let dialog;
  button.addEventListener('click', async () => {
    if (!dialog || dialog.querySelector('.thanks')) {
      dialog?.remove();
      dialog = null;
      try {
        opening = await load();
      } catch (failure) {
        console.warn(failure);
        open(`${origin}/forms/${formName}?lang=${lang}`, '_blank', 'noopener');
        return;
      }
      dialog = build();
      root.append(dialog);
    }
    dialog.showModal();
    dialog.querySelector('[role=tabpanel]:not([hidden]) :is(input:not([tabindex]), select, textarea)')?.focus();
  });

  document.body.append(host);
})();
