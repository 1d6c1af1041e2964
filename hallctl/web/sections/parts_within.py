"""The forms for what happens within the hall: its people, hours, rules and boards. Pure."""

from hallctl.web.sections.section_fields import BY_PLACE, Field, Part

SCENES = ("calls", "queues", "departments", "playlist")
CLOSINGS = ("open", "serve", "lapse", "tomorrow")
DEADLINES = ("end_of_day", "same_minute", "working_hours")
SIGNS = (
    Field("own_device", "sign", ("own_device",)),
    Field("shortest_stay_s", "sign", ("no_visit",)),
    Field("device_ratings", "sign", ("same_phone",)),
    Field("burst_ratings", "sign", ("burst", "burst_s")),
    Field("shortest_visit_s", "sign", ("short_visit",)),
    Field("fastest_s", "sign", ("too_fast",)),
    Field("pad_ratings", "sign", ("same_pad", "pad_s")),
)
"""The strongest first, as their page shows them; each is called as there."""
WITHIN: dict[str, tuple[Part, ...]] = {
    "people": (
        Part(
            "official",
            (
                Field("official", "text", is_needed=True),
                Field("reserve", "flag"),
                Field("photo", "photo"),
            ),
            "official",
        ),
    ),
    "calling": (
        Part(
            "profile",
            (
                Field("profile", "text", is_needed=True),
                Field("name", "words"),
                Field("order", "choice", ("waiting", "strict", "mixture")),
                Field("services", "places", "services"),
                Field("counters", "choices", "counters"),
            ),
            "profile",
        ),
        Part(
            "priority",
            (
                Field("group", "text", is_needed=True),
                Field("name", "words"),
                Field("head_start", "number"),
                Field("rate", "number"),
                Field("from_age", "number"),
            ),
            "group",
        ),
        Part(
            "reason",
            (
                Field("reason", "text", is_needed=True),
                Field("kind", "choice", ("break", "park", "outcome")),
                Field("name", "words"),
            ),
            "reason",
        ),
        Part(
            "rating_reason",
            (Field("reason", "text", is_needed=True), Field("name", "words")),
            "reason",
        ),
        Part(
            "department",
            (
                Field("department", "text", is_needed=True),
                Field("name", "words"),
                Field("short_name", "words"),
            ),
            "department",
        ),
    ),
    "days": (
        Part(
            "hours",
            (
                Field("weekdays", "weekdays", tuple("1234567")),
                Field("shifts", "lines"),
                Field("opens_by_itself", "flag"),
            ),
        ),
        Part(
            "calendar",
            (Field("days_off", "days"), Field("days_worked", "days"), Field("saturday", "lines")),
        ),
    ),
    "rules": (
        Part("rules", (Field("target_minutes", "number"), Field("rating_minutes", "number"))),
        Part(
            "rating",
            (
                Field("comment_days", "number"),
                Field("comments", "flag"),
                Field("pad_shows_rate", "flag"),
            ),
        ),
        Part("signs", SIGNS),
        Part(
            "floor",
            (
                Field("at_closing", "choice", CLOSINGS),
                Field("longest_wait_minutes", "number"),
                Field("no_show_then", "choice", ("stay", "return", "end")),
                Field("no_show_minutes", "number"),
                Field("no_show_returns", "number"),
                Field("recall_limit", "number"),
                Field("recall_every_s", "number"),
                Field("undo_s", "number"),
            ),
        ),
        Part(
            "alerts",
            (
                Field("idle_minutes", "number"),
                Field("long_service_minutes", "number"),
                Field("not_printed_minutes", "number"),
                Field("station_gone_minutes", "number"),
            ),
        ),
        Part(
            "people",
            (
                Field("sign_in_at_counters", "flag"),
                Field("session_idle_minutes", "number"),
                Field("session_hours", "number"),
            ),
        ),
        Part(
            "phone",
            (
                Field("numbers", "flag"),
                Field("numbers_a_day", "number"),
                Field("waiting", "number"),
                Field("code_minutes", "number"),
                Field("grace_s", "number"),
                Field("choose_minutes", "number"),
                Field("wifi", "text"),
            ),
        ),
        Part(
            "offline",
            (
                Field("lease_size", "number"),
                Field("renew_below", "number"),
                Field("first_number", "number"),
            ),
        ),
    ),
    "boards": (
        Part(
            "zone",
            (
                Field("zone", "text", is_needed=True),
                Field("name", "words"),
                Field("direction", "words"),
                Field("counters", "choices", "counters"),
                Field("services", "choices", "services"),
                Field("boards", "choices", "boards"),
                Field("speakers", "choices", "boards"),
                Field("shows", "choices", SCENES),
            ),
            "zone",
        ),
        Part(
            "sound",
            (
                Field("hours", "times", is_needed=True),
                Field("weekdays", "weekdays", tuple("1234567")),
                Field("mode", "choice", ("speak", "chime", "visual")),
                Field("volume", "number"),
                Field("zone", "choice", "zones"),
            ),
            BY_PLACE,
        ),
        Part(
            "announcements",
            (
                Field("voice", "text"),
                Field("volume", "number"),
                Field("numbers", "choice", ("digits", "number")),
                Field("accent", "choice", ("north", "south")),
                Field("stale_s", "number"),
                Field("emergency_every_s", "number"),
                Field("languages", "choices", "languages"),
                Field("chosen_language", "choice", ("no", "after", "first")),
            ),
        ),
    ),
    "hall": (
        Part(
            "hall",
            (
                Field("name", "words"),
                Field("authority", "words"),
                Field("place", "text"),
                Field("languages", "choices", "languages"),
                Field("beside", "choices", "beside"),
                Field("notices", "pairs"),
            ),
        ),
        Part(
            "dossiers",
            (
                Field("agency", "text"),
                Field("deadline_mode", "choice", DEADLINES),
                Field("cut_off", "text"),
                Field("return_service", "choice", "services"),
            ),
        ),
    ),
}
"""By page, in its order."""
