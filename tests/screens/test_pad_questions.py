"""Which visit the pad asks about: the rules alone, without Qt and without time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.refusals import Refusal
from rating_pad.questions import Offer, Questions, Stage

FIRST, SECOND = Offer("visit-1", "A017"), Offer("visit-2", "A018")


def asked(offer: Offer = FIRST) -> Questions:
    questions = Questions()
    assert questions.follow(offer)
    return questions


def test_an_offer_at_rest_is_asked_about() -> None:
    assert asked().stage is Stage.RESULT


def test_the_same_offer_again_changes_nothing() -> None:
    questions = asked()
    questions.choose_result(4)
    assert not questions.follow(FIRST)
    assert (questions.stage, questions.result) == (Stage.ATTITUDE, 4)


def test_both_answers_make_one_rating() -> None:
    questions = asked()
    assert questions.choose_result(4)
    assert questions.choose_attitude(5)
    assert questions.is_under_way
    assert not questions.choose_attitude(1), "the second tap is no second rating"
    questions.conclude(FIRST.visit, "")
    assert questions.stage is Stage.THANKS


@pytest.mark.parametrize("level", [-1, 0, 6])
def test_there_are_five_levels(level: int) -> None:
    questions = asked()
    assert not questions.choose_result(level)
    questions.choose_result(5)
    assert not questions.choose_attitude(level)


def test_one_step_back_keeps_the_answer_in_sight() -> None:
    questions = asked()
    questions.choose_result(2)
    assert questions.step_back()
    assert (questions.stage, questions.result) == (Stage.RESULT, 2)
    assert not questions.step_back()


def test_another_visit_s_offer_drops_a_half_given_answer() -> None:
    questions = asked()
    questions.choose_result(1)
    assert questions.follow(SECOND)
    assert (questions.stage, questions.result, questions.held) == (Stage.RESULT, 0, SECOND)


def test_a_withdrawn_offer_takes_an_untouched_question_away() -> None:
    questions = asked()
    questions.follow(None)
    assert questions.stage is Stage.REST


def test_a_withdrawn_offer_leaves_a_half_given_answer_to_the_hall() -> None:
    questions = asked()
    questions.choose_result(5)
    questions.follow(None)
    assert questions.is_withdrawn
    assert questions.choose_attitude(5)
    questions.conclude(FIRST.visit, Refusal.RATING_OVER)
    assert questions.stage is Stage.SORRY


def test_a_settled_visit_is_not_asked_about_again() -> None:
    questions = asked()
    questions.choose_result(5)
    questions.choose_attitude(5)
    questions.conclude(FIRST.visit, "")
    assert not questions.follow(FIRST), "a view drawn before the answer may still offer it"
    questions.leave()
    assert not questions.follow(FIRST)


def test_a_visit_left_alone_is_asked_about_only_when_someone_wishes() -> None:
    questions = asked()
    questions.leave()
    assert not questions.follow(FIRST)
    assert questions.stage is Stage.REST
    assert questions.begin()


def test_an_answer_the_hall_did_not_hear_may_be_given_again() -> None:
    questions = asked()
    questions.choose_result(5)
    questions.choose_attitude(5)
    questions.conclude(FIRST.visit, "unreachable")
    assert questions.stage is Stage.SORRY
    questions.leave()
    assert questions.begin()


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("offer"), st.sampled_from([FIRST, SECOND, None])),
        st.tuples(st.just("result"), st.integers(0, 6)),
        st.tuples(st.just("attitude"), st.integers(0, 6)),
        st.tuples(st.sampled_from(["back", "leave", "begin", "grant", "refuse"]), st.just(None)),
    ),
    max_size=40,
)


@given(MOVES)
def test_whatever_happens_a_granted_visit_is_rated_once_with_two_answers(
    moves: list[tuple[str, Offer | int | None]],
) -> None:
    questions = Questions()
    sent: list[str] = []
    granted: list[str] = []
    for move, what in moves:
        match move:
            case "offer":
                questions.follow(what)  # type: ignore[arg-type]
            case "result":
                questions.choose_result(what)  # type: ignore[arg-type]
            case "attitude" if questions.choose_attitude(what):  # type: ignore[arg-type]
                assert 1 <= questions.result <= 5
                assert questions.held is not None
                sent.append(questions.held.visit)
            case "back":
                questions.step_back()
            case "leave" if not questions.is_under_way:
                questions.leave()
            case "begin" if questions.stage is Stage.REST:
                questions.begin()
            case "grant" | "refuse" if sent:
                visit = sent.pop()
                granted += [visit] if move == "grant" else []
                questions.conclude(visit, "" if move == "grant" else Refusal.RATING_OVER)
        assert questions.stage is not Stage.REST or questions.held is None
    assert len(granted) == len(set(granted))
