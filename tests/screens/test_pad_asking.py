"""Which visit the pad asks about: the rules alone, without Qt and without time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallctl.core.refusals import Refusal
from rating_pad.asking import Asking, Offer, Stage

FIRST, SECOND = Offer("visit-1", "A017"), Offer("visit-2", "A018")


def asked(offer: Offer = FIRST) -> Asking:
    asking = Asking()
    assert asking.follow(offer)
    return asking


def test_an_offer_at_rest_is_asked_about() -> None:
    assert asked().stage is Stage.RESULT


def test_the_same_offer_again_changes_nothing() -> None:
    asking = asked()
    asking.choose_result(4)
    assert not asking.follow(FIRST)
    assert (asking.stage, asking.result) == (Stage.ATTITUDE, 4)


def test_both_answers_make_one_rating() -> None:
    asking = asked()
    assert asking.choose_result(4)
    assert asking.choose_attitude(5)
    assert asking.is_under_way
    assert not asking.choose_attitude(1), "the second tap is no second rating"
    asking.conclude(FIRST.visit, "")
    assert asking.stage is Stage.THANKS


@pytest.mark.parametrize("level", [-1, 0, 6])
def test_there_are_five_levels(level: int) -> None:
    asking = asked()
    assert not asking.choose_result(level)
    asking.choose_result(5)
    assert not asking.choose_attitude(level)


def test_one_step_back_keeps_the_answer_in_sight() -> None:
    asking = asked()
    asking.choose_result(2)
    assert asking.step_back()
    assert (asking.stage, asking.result) == (Stage.RESULT, 2)
    assert not asking.step_back()


def test_another_visit_s_offer_drops_a_half_given_answer() -> None:
    asking = asked()
    asking.choose_result(1)
    assert asking.follow(SECOND)
    assert (asking.stage, asking.result, asking.held) == (Stage.RESULT, 0, SECOND)


def test_a_withdrawn_offer_takes_an_untouched_question_away() -> None:
    asking = asked()
    asking.follow(None)
    assert asking.stage is Stage.REST


def test_a_withdrawn_offer_leaves_a_half_given_answer_to_the_hall() -> None:
    asking = asked()
    asking.choose_result(5)
    asking.follow(None)
    assert asking.is_withdrawn
    assert asking.choose_attitude(5)
    asking.conclude(FIRST.visit, Refusal.RATING_OVER)
    assert asking.stage is Stage.SORRY


def test_a_settled_visit_is_not_asked_about_again() -> None:
    asking = asked()
    asking.choose_result(5)
    asking.choose_attitude(5)
    asking.conclude(FIRST.visit, "")
    assert not asking.follow(FIRST), "a view drawn before the answer may still offer it"
    asking.leave()
    assert not asking.follow(FIRST)


def test_a_visit_left_alone_is_asked_about_only_when_someone_wishes() -> None:
    asking = asked()
    asking.leave()
    assert not asking.follow(FIRST)
    assert asking.stage is Stage.REST
    assert asking.begin()


def test_an_answer_the_hall_did_not_hear_may_be_given_again() -> None:
    asking = asked()
    asking.choose_result(5)
    asking.choose_attitude(5)
    asking.conclude(FIRST.visit, "unreachable")
    assert asking.stage is Stage.SORRY
    asking.leave()
    assert asking.begin()


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
    asking = Asking()
    sent: list[str] = []
    granted: list[str] = []
    for move, what in moves:
        match move:
            case "offer":
                asking.follow(what)  # type: ignore[arg-type]
            case "result":
                asking.choose_result(what)  # type: ignore[arg-type]
            case "attitude" if asking.choose_attitude(what):  # type: ignore[arg-type]
                assert 1 <= asking.result <= 5
                assert asking.held is not None
                sent.append(asking.held.visit)
            case "back":
                asking.step_back()
            case "leave" if not asking.is_under_way:
                asking.leave()
            case "begin" if asking.stage is Stage.REST:
                asking.begin()
            case "grant" | "refuse" if sent:
                visit = sent.pop()
                granted += [visit] if move == "grant" else []
                asking.conclude(visit, "" if move == "grant" else Refusal.RATING_OVER)
        assert asking.stage is not Stage.REST or asking.held is None
    assert len(granted) == len(set(granted))
