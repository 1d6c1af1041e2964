// What the page says about a ticket: one view and one language in, every word out.
// The server says the same while it draws the page (ticket_face.py).

const DRAWN = 4;
const LONG_MINUTES = 180;

export function otherLanguage(language) {
  return language === "vi" ? "en" : "vi";
}

export function fill(words, facts) {
  return words.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}

export function spokenIn(words, language) {
  return (language === "en" ? words.en : (words.others || {})[language]) || words.vi;
}

export function faceOf(view, language, lexicon) {
  const words = lexicon[language];
  const face = kindOf(view);
  const queued = view.state === "waiting";
  const called = face === "called";
  const facts = factsOf(view, language, words);
  const before = everybodyBefore(view);
  facts.headline = words["headline_" + face];
  facts.advice = fill(words[adviceKey(view, face)], facts);
  const spoken = queued ? "waiting" : called ? "called" : "otherwise";
  return {
    face,
    title: fill(words["title_" + (queued ? "waiting" : face)], facts),
    hall: spokenIn(view.hall, language),
    authority: spokenIn(view.authority, language),
    service: spokenIn(view.service_name, language),
    number: view.number,
    headline: facts.headline,
    advice: facts.advice,
    ahead_label: queued ? words.ahead_label : "",
    ahead: queued ? facts.ahead_words : "",
    wait_label: queued ? words.wait_label : "",
    wait: queued ? waitInWords(view.expected_wait_s, words) : "",
    people: queued ? Math.min(before, DRAWN) : -1,
    more: queued && before > DRAWN ? fill(words.more_people, { count: before - DRAWN }) : "",
    counter_label: called ? words.counter_label : "",
    counter: called ? view.counter : "",
    invitation: called ? fill(lexicon[otherLanguage(language)].invitation, facts) : "",
    called_at: called ? fill(words.called_at, { time: facts.called_at }) : "",
    note: noteKey(view) ? fill(words["note_" + noteKey(view)], facts) : "",
    then: facts.then ? fill(words.note_then, facts) : "",
    issued_at: view.appointment_at
      ? fill(words.appointed_at, { time: clockTime(view, view.appointment_at) })
      : fill(words.issued_at, { time: clockTime(view, view.issued_at) }),
    emergency: view.emergency ? spokenIn(view.emergency.words, language) : "",
    news_at: fill(words.news_at, { time: facts.news_at }),
    offline: fill(words.offline, { time: facts.news_at }),
    say: fill(words["say_" + spoken], facts),
  };
}

export function clockTime(view, at) {
  const parts = { timeZone: view.timezone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return new Intl.DateTimeFormat("en-GB", parts).format(at);
}

function kindOf(view) {
  if (view.state === "waiting") {
    const before = everybodyBefore(view);
    if (view.expected_wait_s === null || before > view.near) return "waiting";
    return before === 0 ? "next" : "near";
  }
  if (view.state === "lapsed" && view.is_carried_over) return "carried";
  const isOver = view.state === "missed" && view.business_day === null;
  return view.state === "lapsed" || isOver ? "over" : view.state;
}

// What matters most of what has become of it.
function noteKey(view) {
  if (view.state === "parked" && view.park_reason) return "parked";
  if (view.state !== "waiting") return "";
  if (view.call_withdrawn) return "withdrawn";
  if (view.to_counter) return "held";
  if (view.came_from) return "moved";
  return view.is_carried ? "carried" : "";
}

function validAt(view, words) {
  if (view.valid_at === null) return words.valid_next;
  const parts = { timeZone: view.timezone, day: "2-digit", month: "2-digit" };
  const day = new Intl.DateTimeFormat("en-GB", parts).format(view.valid_at);
  return fill(words.valid_at, { time: clockTime(view, view.valid_at), day });
}

// Of its own service, and of others whom its counter calls before.
export function everybodyBefore(view) {
  return view.ahead + view.others_first;
}

function aheadWords(view, words) {
  const counted = view.ahead <= 1 ? "ahead_" + view.ahead : "ahead_n";
  const ahead = fill(words[counted], { count: view.ahead });
  if (!view.others_first) return ahead;
  const key = view.ahead ? "ahead_and_others" : "ahead_others";
  return fill(words[key], { ahead, others: view.others_first });
}

function factsOf(view, language, words) {
  return {
    number: view.number,
    counter: view.counter,
    ahead: everybodyBefore(view),
    ahead_words: aheadWords(view, words),
    called_at: view.called_at ? clockTime(view, view.called_at) : "",
    news_at: clockTime(view, view.shown_at),
    service: spokenIn(view.service_name, language),
    came_from: view.came_from ? spokenIn(view.came_from, language) : "",
    to_counter: view.to_counter,
    park_reason: view.park_reason ? spokenIn(view.park_reason, language) : "",
    parked_at: view.parked_at ? clockTime(view, view.parked_at) : "",
    then: view.then.map((one) => spokenIn(one, language)).join(", "),
    valid_at: validAt(view, words),
  };
}

function adviceKey(view, face) {
  const unserved = view.state === "waiting" && view.expected_wait_s === null;
  const done = view.state === "finished" && view.rate_until === null;
  return unserved ? "advice_unserved" : done ? "advice_done" : "advice_" + face;
}

function waitInWords(seconds, words) {
  if (seconds === null) return words.wait_unknown;
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return minutes ? words.wait_minute : words.wait_now;
  if (minutes <= 55) {
    return fill(words.wait_minutes, { minutes: minutes < 10 ? minutes : up(minutes, 5) });
  }
  const quarters = up(minutes, 15);
  if (quarters > LONG_MINUTES) return words.wait_long;
  const hours = Math.floor(quarters / 60);
  const rest = quarters % 60;
  const key = rest ? "wait_hours_minutes" : hours === 1 ? "wait_hour" : "wait_hours";
  return fill(words[key], { hours, minutes: rest });
}

function up(number, step) {
  return Math.ceil(number / step) * step;
}
