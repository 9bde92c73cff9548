"""The background of a board: seats that come and go and mean nothing to the user. Seeded.

Everything planted and every trap is written by hand; this only fills the boards around them.
"""

import datetime as dt
import random


def seats(seed, first, last, start, rate, kinds, places, common, quiet=()):
    """[(opened, closed or None, title, department, place, text)], opened None = up on the first day.

    kinds: (title, department, sentence); common: sentences of the house; rate: new seats a working
    day; quiet: (from, to) spans in which nothing new is put up.
    """
    rng = random.Random(seed)

    def one(opened):
        title, department, sentence = rng.choice(kinds)
        place = rng.choice(places)
        body = " ".join([sentence, *rng.sample(common, 3)])
        return title, department, place, body.replace("{place}", place)

    made = []
    for _ in range(start):
        gone = first + dt.timedelta(days=rng.randint(3, 85))
        made.append((None, gone, *one(first)))
    day = first + dt.timedelta(days=1)
    while day <= last:
        still = any(a <= day <= b for a, b in quiet)
        if day.weekday() < 5 and not still:
            for _ in range(int(rate) + (rng.random() < rate % 1)):
                gone = day + dt.timedelta(days=rng.randint(18, 80))
                made.append((day, gone if gone <= last else None, *one(day)))
        day += dt.timedelta(days=1)
    return made
