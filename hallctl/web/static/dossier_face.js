// What the page says about a dossier: one view and one language in, every word out.
// The server says the same while it draws the page (dossier_face.py).

import { clockTime, fill, spokenIn } from "./face.js";

const RUNNING = ["received", "forwarded", "processing"];
const ENDED = ["returned", "refused", "withdrawn", "stopped", "struck"];
const DAY_MS = 86400000;

export function faceOf(view, language, lexicon) {
  const words = lexicon[language];
  const face = kindOf(view);
  const headline = words["headline_" + face];
  const advice = words["advice_" + face + (face === "finished" ? "_" + view.return_by : "")];
  const newsAt = { time: clockTime(view, view.shown_at) };
  const department = spokenIn(view.department_name, language);
  return {
    face,
    title: fill(words.title, { headline, dossier: view.dossier }),
    hall: spokenIn(view.hall, language),
    authority: spokenIn(view.authority, language),
    procedure: spokenIn(view.procedure_name, language),
    dossier: view.dossier,
    department: department ? fill(words.at, { department }) : "",
    headline,
    advice,
    ...reasonsOf(view, face, words),
    ...dueOf(view, face, words),
    way: wayOf(view, language, words),
    news_at: fill(words.news_at, newsAt),
    offline: fill(words.offline, newsAt),
    say: fill(words.say, { headline, advice }),
  };
}

function kindOf(view) {
  if (isRunning(view) && view.is_late) return "late";
  return view.state === "awaiting_supplement" ? "awaiting" : view.state;
}

function isRunning(view) {
  return RUNNING.includes(view.state);
}

function reasonsOf(view, face, words) {
  const said = { sorry: "", sorry_reason: "", note_label: "", note: "" };
  if (face === "awaiting") {
    said.note_label = words.asked_label;
    said.note = view.asked;
  } else if (view.end_reason) {
    said.note_label = words.reason_label;
    said.note = view.end_reason;
  }
  if (face === "late") {
    said.sorry = words.sorry_overdue;
  } else if (face === "finished" && view.is_late) {
    said.sorry = words.sorry_late;
  } else if (isRunning(view) && view.was_due_at !== null) {
    said.sorry = fill(words.sorry_new_date, { day: longDay(view, view.was_due_at, words) });
    said.sorry_reason = fill(words.sorry_reason, { reason: view.delay_reason });
  }
  return said;
}

function dueOf(view, face, words) {
  const said = { due_label: "", due_day: "", due_time: "", due_left: "", term: "" };
  if (face === "awaiting") {
    said.due_label = words.due_label_awaiting;
    said.due_day = words.due_paused;
    said.due_time = words.due_paused_advice;
  } else if (isRunning(view)) {
    const late = face === "late";
    said.due_label = late ? words.due_label_late : words.due_label;
    said.due_day = longDay(view, view.due_at, words);
    said.due_time = fill(words.due_time, { time: clockTime(view, view.due_at) });
    said.due_left = daysLeft(view, words);
    said.term = late || view.was_due_at !== null ? "" : termOf(view, words);
  }
  return said;
}

function daysLeft(view, words) {
  const days = (local(view, view.due_at).date - local(view, view.shown_at).date) / DAY_MS;
  if (view.is_late) {
    if (!days) return "";
    return fill(days === -1 ? words.due_past_day : words.due_past_days, { days: -days });
  }
  const key = days === 0 ? "due_today" : days === 1 ? "due_tomorrow" : "due_in_days";
  return fill(words[key], { days });
}

function termOf(view, words) {
  if (view.term === null) return "";
  const amount = view.term.amount;
  if (!amount) return words.term_same_day;
  const unit = words["unit_" + view.term.unit + (amount === 1 ? "_1" : "")];
  const term = fill(unit, { amount: String(amount).replace(".", words.decimal) });
  return fill(view.in_working_time ? words.term_in_working_time : words.term_in_any_time, { term });
}

// What has happened, in order, and what is still to come.
function wayOf(view, language, words) {
  const way = pastOf(view, language, words);
  const ended = ENDED.includes(view.state);
  const awaiting = view.state === "awaiting_supplement";
  way[way.length - 1].mark = ended ? "end" : "now";
  if (awaiting) way.push(milestone("ahead", words.ahead_supplement));
  if (awaiting || isRunning(view)) {
    const promised = !awaiting && !view.is_late;
    const due = promised ? moment(view, view.due_at, words, "ahead_finish_when") : "";
    way.push(milestone("ahead", words.ahead_finish, due));
  }
  if (!ended) way.push(milestone("ahead", words["ahead_return_" + view.return_by]));
  return way;
}

function pastOf(view, language, words) {
  const presented = moment(view, view.presented_at, words, "moment");
  const complete = moment(view, view.complete_at, words, "moment");
  const way = presented === complete ? [] : [milestone("done", words.step_present, presented)];
  way.push(milestone("done", words.step_receive, complete));
  view.steps.forEach((step) => {
    const department = step.department_name ? spokenIn(step.department_name, language) : "";
    const title = fill(words["step_" + step.step], { department });
    way.push(milestone("done", title, moment(view, step.at, words, "moment"), step.reason));
  });
  return way;
}

function milestone(mark, title, when = "", note = "") {
  return { mark, title, when, note };
}

function moment(view, at, words, key) {
  return fill(words[key], { time: clockTime(view, at), day: dayOf(local(view, at), words) });
}

function longDay(view, at, words) {
  const parts = local(view, at);
  const weekday = words["weekday_" + (new Date(parts.date).getUTCDay() || 7)];
  return fill(words.long_day, { weekday, date: dayOf(parts, words) });
}

function dayOf(parts, words) {
  const month = words["month_" + Number(parts.month)];
  return fill(words.day, { day: parts.day, month, year: parts.year });
}

// The day by the clock on the hall's wall; date is its midnight, for counting days.
function local(view, at) {
  const wanted = { timeZone: view.timezone, year: "numeric", month: "2-digit", day: "2-digit" };
  const parts = {};
  new Intl.DateTimeFormat("en-GB", wanted).formatToParts(at).forEach((one) => { parts[one.type] = one.value; });
  return { ...parts, date: Date.UTC(parts.year, parts.month - 1, parts.day) };
}
