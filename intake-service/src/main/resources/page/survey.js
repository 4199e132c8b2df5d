// Sends the score that was clicked in a mail. Where this does not run, or fails, the page is a form with a button.
(() => {
  'use strict';

  const form = document.getElementById('ask');
  const sending = document.getElementById('sending');
  if (!form) return;

  const send = async () => {
    sending.hidden = false;
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams(new FormData(form)),
        signal: AbortSignal.timeout(15000),
      });
      if (answer.ok) location.replace(`${form.dataset.next}more`);
      else if (answer.status === 422) location.replace(`${form.dataset.next}already`);
      else sending.hidden = true;
    } catch {
      sending.hidden = true;
    }
  };

  // A page that is loaded unseen, ahead of a click, answers nothing.
  if (document.visibilityState === 'visible') send();
  else document.addEventListener('visibilitychange', send, { once: true });
})();
