"""A condition on the rows as conditions on the words as they are written there.

Conditions speak of words as they are understood (“held”), which takes an engine much longer for
each row than to compare the words that stand there; a cube knows which those are.
"""

from collections.abc import Callable, Iterator, Mapping

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pandas as pd

from core.metrics.engine.cube import COMBINATION, Cube
from core.metrics.engine.from_cube import Carried

_MOST = 12  # words in one condition
Allowed = Mapping[str, frozenset[object]]  # column -> its words that count, None for no word


def narrowed(
    where: ops.Value, below: Carried, cube: Cube, ask: Callable[[ir.Table], pd.DataFrame]
) -> tuple[ir.Table, list[ops.Value]]:
    """The rows of the cube's table with the right words, and what else must hold for them.

    where: a condition on the table that `below` carries. ask: what the cube answers.
    """
    parts = list(dict.fromkeys(_conjuncts(where)))
    told = {f"holds_{i}": one for i, one in enumerate(parts) if below.tells(one)}
    fields = {name: below.moved(one) for name, one in told.items()}
    number = {COMBINATION: ops.Field(below.rows, COMBINATION)}
    found = ask(ops.Project(below.rows, number | fields).to_expr()).set_index(COMBINATION)
    words = cube.words.loc[found.index]
    kept, rest = _every(cube.words), [one for one in parts if one not in told.values()]
    for name, one in told.items():
        allowed = _in_words(found[name].fillna(False).astype(bool), words)
        if allowed is None:
            rest.append(one)
        else:
            kept = {name: some & allowed[name] for name, some in kept.items()}
    every = _every(cube.words)
    tests = [_test(cube.of[name], kept[name], every[name]) for name in kept]
    needed = [one for one in tests if one is not None]
    return cube.of.filter(needed) if needed else cube.of, rest


def _conjuncts(where: ops.Value) -> Iterator[ops.Value]:
    if isinstance(where, ops.And):
        yield from _conjuncts(where.left)
        yield from _conjuncts(where.right)
    else:
        yield where


def _every(words: pd.DataFrame) -> Allowed:
    return {str(name): frozenset(words[name].unique()) for name in words}


def _in_words(holds: "pd.Series[bool]", words: pd.DataFrame) -> Allowed | None:
    """The words of each column that count, where that says the same as the condition."""
    allowed, every = _every(words[holds]), _every(words)
    same = pd.Series(True, index=words.index)
    for name, some in allowed.items():
        same &= words[name].isin(list(some))
        if min(len(some), len(every[name] - some)) > _MOST:
            return None
    return allowed if bool((same == holds).all()) else None


def _test(
    column: ir.Column, allowed: frozenset[object], every: frozenset[object]
) -> ir.BooleanValue | None:
    """The condition that a column has one of the words; None where each of its words counts."""
    others = every - allowed
    if not others:
        return None
    if len(others) > len(allowed):
        tests = [column == one for one in sorted(allowed - {None}, key=str)]
        tests += [column.isnull()] if None in allowed else []
        return ibis.or_(*tests) if tests else ibis.literal(False)
    tests = [column != one for one in sorted(others - {None}, key=str)]
    different = ibis.and_(*tests) if tests else column.notnull()
    return different | column.isnull() if None in allowed else different
