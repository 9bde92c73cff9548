"""A value that is looked for when somebody first asks, and then kept on the object.

`functools.cached_property` without its lock, which in Python 3.11 costs more than most of what is
looked for here. For values that cannot change: two threads would find the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):
    """Decorates a method without arguments; the answer replaces it on the instance."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self.find, self.name = find, find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, at: None, owner: Any) -> Self: ...
    @overload
    def __get__(self, at: object, owner: Any) -> T: ...
    def __get__(self, at: object | None, owner: Any = None) -> Self | T:
        if at is None:
            return self
        found = self.find(at)
        setattr(at, self.name, found)  # through `__dict__` every later look would take longer
        return found
