"""What is the house's and not the seat's; whose number a text bears; which side they spoke of; and
what a house says or builds as a whole."""

from __future__ import annotations

from dataclasses import replace

from tests.rooms.test_counsel_watching_side import THERE, TOWERS, lost, memory_of, moves, post, told

from afterword.counsel.watching import Past
from afterword.counsel.watching.craft import craft_of
from afterword.counsel.watching.held import Held, filled, is_of_one_make
from afterword.counsel.watching.kinship import house_lines, kinship, lines, own_words, weights_of
from afterword.counsel.watching.lost_side import likely_side
from afterword.counsel.watching.marks import bears, marks_in
from afterword.counsel.watching.said import Said, said
from afterword.counsel.watching.seats import seats_of
from afterword.terms import Posting

GIVES = "We give thirty days by the lake. A cook makes soup for everybody on Wednesdays at noon. "

# ── the house's own sentences ───────────────────────────────────────────────


def test_what_the_house_says_of_every_seat_makes_no_two_seats_kin() -> None:
    texts = {
        "Ferryman": "You row six passengers across the sound and mend the oars in winter.",
        "Cobbler": "Boots for pilgrims, soles of birch, a last for each foot of the parish.",
        "Beekeeper": "Forty hives on the heath; you smoke, harvest and paint the queens.",
        "Miller": "Rye and barley between stones you dress yourself, sails trimmed by night.",
        "Saddler": "Harness for the post horses, girths and bits, leather cut on the bench.",
        "Chimney Sweep": "Flues of nine villages, brushes and ropes, and luck for every bride.",
    }
    rows = {title: lines(GIVES + text) for title, text in texts.items()}
    house = house_lines((title, "", of) for title, of in rows.items())
    whole = {title: own_words(of) for title, of in rows.items()}
    bare = {title: own_words(of, house) for title, of in rows.items()}
    assert set(bare["Miller"]) < set(whole["Miller"])
    before = kinship(whole["Miller"], whole["Saddler"], dict.fromkeys(_all(whole), 1.0))
    after = kinship(bare["Miller"], bare["Saddler"], dict.fromkeys(_all(whole), 1.0))
    assert before is not None and (after is None or after < before)
    assert weights_of(bare.values())


def _all(rows: dict[str, tuple[int, ...]]) -> set[int]:
    return {word for row in rows.values() for word in row}


def test_one_sides_own_plan_is_not_the_houses() -> None:
    plan = "The new quay wants eleven hands before the ice. "
    quay = [(f"Quay {n}", "Quay", lines(plan + f"Work {n} of its kind.")) for n in range(3)]
    rest = [(f"Other {n}", "Town", lines(f"Work {n} of another kind.")) for n in range(15)]
    assert not house_lines(quay + rest) & set(lines(plan))
    told_of = [("Town Crier", "Town", lines(plan))]  # another side says it as well
    assert house_lines(quay + rest + told_of) & set(lines(plan))


# ── whose number it bears ───────────────────────────────────────────────────


def test_a_number_is_known_by_itself_however_it_is_announced() -> None:
    found = marks_in("Please quote our file LH-31-204. Tables after EN 1090; no seat 12.")
    assert bears(found, "LH-31-204") and bears(found, "lh 31/204")
    assert not bears(found, "LH-31-205") and not bears(found, "12") and not bears(found, "")


def test_the_lost_number_in_the_text_brings_the_seat_home_unless_its_work_is_another() -> None:
    gone = lost("Manager of Clocks", requisition="LH-31-204")
    under = post("Head Custodian of Time", "Heights", "Pendulums and bells. Our sign: LH-31-204.")
    held = Held(seats_of(memory_of({0: THERE, 40: (*THERE, under)})), gone)
    assert [seat.title for seat in held.same] == [under.title]


# ── which side they spoke of ────────────────────────────────────────────────


def test_a_side_they_named_in_the_letter_is_the_lost_seats() -> None:
    seats = seats_of(memory_of({0: (*THERE, post("Archivist", "Archive & Maps", "Old charts."))}))
    plain = lost(text="Nothing that any other advert says.")
    spoken = replace(plain, told=("For now nobody is taken on in Archive & Maps.",))
    assert likely_side(seats, plain)[0] != "Archive & Maps"
    assert likely_side(seats, spoken)[0] == "Archive & Maps"
    by_one_word = replace(plain, told=("In the Archive no post is filled this year.",))
    assert likely_side(seats, by_one_word)[0] == "Archive & Maps"


def test_a_word_of_daily_use_names_no_side() -> None:
    seats = seats_of(memory_of({0: THERE}))
    plain = lost(text="Nothing that any other advert says.")
    for words in ("You have baked in a kitchen before.", "We start in press season."):
        assert likely_side(seats, replace(plain, told=(words,)))[0] == likely_side(seats, plain)[0]


# ── grades ──────────────────────────────────────────────────────────────────


def test_grades_that_are_counted_are_grades() -> None:
    first, second, third = (craft_of(f"Tide Analyst {n}, Harbour").rank for n in ("I", "II", "III"))
    assert first < second < third
    assert craft_of("Senior Tide Analyst").rank == third
    assert craft_of("World War I Curator").rank == craft_of("Curator").rank


def test_who_does_a_work_is_not_the_seat_of_who_leads_it() -> None:
    anew = (post("Clock Winder", "Heights", TOWERS), post("Head of Steeples", "Heights", TOWERS))
    seats = seats_of(memory_of({0: THERE, 40: (*THERE, *anew)}))
    past = filled(seats, lost("Head of Clocks", department="Heights"))
    does, leads = (next(s for s in seats.all if s.title == one.title) for one in anew)
    assert is_of_one_make(leads, past, seats, 0.5) and not is_of_one_make(does, past, seats, 0.5)


# ── a house as a whole ──────────────────────────────────────────────────────


def _at(place: str, *sides: str) -> tuple[Posting, ...]:
    return tuple(
        post(f"{name} at {place}", side, f"{name} work begins here.", places=(place,))
        for side, name in zip(sides, ("Rope", "Bread", "Lawn", "Ledger", "Fiddle"), strict=False)
    )


def test_a_site_that_is_opened_is_growth_of_the_house_whatever_each_side_does() -> None:
    new = _at("Narva", "Kitchen", "Grounds", "Purse", "Gate")
    days = {0: THERE, 120: (*THERE, *new[:2]), 130: (*THERE, *new)}
    found = [one for one in told(days, lost(department="Heights")) if one.signal == "growing"]
    assert [one.at.day for one in found] and "Narva" in found[0].says
    # as many in the town where it always was are four sides that seek one each
    home = _at("Tartu", "Kitchen", "Grounds", "Purse", "Gate")
    days = {0: THERE, 120: (*THERE, *home[:2]), 130: (*THERE, *home)}
    assert moves(told(days, lost(department="Heights"))) == []


def test_a_house_that_says_it_hires_again_has_thawed_for_every_side() -> None:
    few = THERE[:1]
    again = "After the pause we are hiring again. Bread and cakes."
    for text, signs in ((again, ["thawing"]), ("Bread and cakes for the feast.", [])):
        back = post("Pastry Cook", "Kitchen", text)
        days = {0: THERE, 20: few, 120: few, 160: (*few, back)}
        past: Past = lost(department="Furnace", cancelled=False)
        found = [one for one in moves(told(days, past)) if one == "thawing"]
        assert found == signs


def test_a_permanent_seat_that_is_new_is_new_in_each_language() -> None:
    for text in (
        "Ny tillsvidareanställning vid hamnen.",
        "Eine neue unbefristete Stelle am Kai.",
        "Een nieuwe vaste aanstelling aan de kade.",
    ):
        assert Said.NEW in said("", "", text)
