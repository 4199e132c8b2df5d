// A terminal's page: takes an answer, thanks, starts anew. Answers wait in the browser until the server has them.
(() => {
  'use strict';

  const form = document.getElementById('ask');
  const thanks = document.getElementById('thanks');
  if (!form) return;

  const { terminal, lang, home } = form.dataset;
  const idle = Number(form.dataset.idle) * 1000;
  const key = `feedback-loop:kiosk:${terminal}`;
  const mostKept = 2000;
  const thanksFor = 5000;
  const tryAgainAfter = 15000;
  let memory = []; // where the browser lets us keep nothing
  let sending = false;
  let notBefore = 0;
  let timer;

  const waiting = () => {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? memory;
    } catch {
      return memory;
    }
  };

  const keep = (answers) => {
    memory = answers;
    try {
      localStorage.setItem(key, JSON.stringify(answers));
    } catch {
      // Full or forbidden: memory has them for as long as the page stays.
    }
  };

  // Not crypto.randomUUID: a terminal may reach us without TLS, over the shop's own network.
  const newToken = () => {
    const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5');
  };

  const isTaken = (status) => status < 300 || status === 400 || status === 413 || status === 422;

  // One after the other. What the server cannot use it will never use: it makes way for the others.
  const send = async () => {
    if (sending || Date.now() < notBefore) return;
    sending = true;
    try {
      for (let next = waiting()[0]; next; next = waiting()[0]) {
        const answer = await fetch(`/kiosk/${terminal}/answers`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ ...next, sentAt: new Date().toISOString() }),
          signal: AbortSignal.timeout(20000),
        });
        if (!isTaken(answer.status)) {
          notBefore = Date.now() + 1000 * Number(answer.headers.get('Retry-After') || 0);
          break;
        }
        keep(waiting().filter((one) => one.token !== next.token));
      }
    } catch {
      // No network. The timer below, or the network itself, calls again.
    } finally {
      sending = false;
    }
  };

  // Leaves the page only for one that is there.
  const go = async (address) => {
    try {
      if ((await fetch(address, { signal: AbortSignal.timeout(5000) })).ok) location.replace(address);
    } catch {
      // Better this page than none.
    }
  };

  const chosen = () => form.querySelector('input[name=score]:checked');

  const begin = () => {
    form.reset();
    form.classList.remove('chosen');
    form.hidden = false;
    thanks.hidden = true;
    clearTimeout(timer);
    if (lang !== home) timer = setTimeout(() => go(`/kiosk/${terminal}`), idle);
  };

  const answer = (text) => {
    const one = { token: newToken(), score: Number(chosen().value), language: lang, answeredAt: new Date().toISOString() };
    if (text.trim()) one.text = text.trim();
    keep([...waiting(), one].slice(-mostKept));
    form.hidden = true;
    thanks.hidden = false;
    thanks.focus();
    clearTimeout(timer);
    timer = setTimeout(() => (lang === home ? begin() : go(`/kiosk/${terminal}`).finally(begin)), thanksFor);
    send();
  };

  // Whoever chose and walked away has answered; what they typed and did not send stays with them.
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (chosen() ? answer('') : begin()), idle);
  };

  form.addEventListener('change', () => {
    if (chosen()) form.classList.add('chosen');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (chosen()) answer(form.elements.text.value);
  });
  for (const sign of ['pointerdown', 'keydown', 'input']) form.addEventListener(sign, restart);
  for (const link of document.querySelectorAll('footer a')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      go(link.href);
    });
  }
  addEventListener('online', send);
  setInterval(send, tryAgainAfter);
  form.classList.add('live');
  begin();
  send();
})();
