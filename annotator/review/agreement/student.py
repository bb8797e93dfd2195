"""Student's distribution, as the standard library has none."""

from __future__ import annotations

from math import exp, inf, lgamma, log

CLOSE, TINY, MOST_STEPS = 1e-15, 1e-300, 10_000


def t_below(t: float, degrees: int) -> float:
    """Return the probability that Student's t with these degrees of freedom, 1 or more, is at most ``t``."""
    half = 0.5 * _beta_share(degrees / 2, 0.5, degrees / (degrees + t * t))
    return half if t < 0 else 1 - half


def _beta_share(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function by its continued fraction (Abramowitz and Stegun 26.5.8)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_share(b, a, 1 - x)
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log(1 - x)) / a
    return front * _fraction(a, b, x)


def _fraction(a: float, b: float, x: float) -> float:
    """Return 1 / (1 + t1 / (1 + t2 / (1 + …))), which the continued fraction is (Lentz 1976)."""
    result, upper, lower = 1.0, inf, 1.0
    for step in range(1, MOST_STEPS):
        half = step // 2
        if step % 2:
            term = -(a + half) * (a + b + half) * x / ((a + 2 * half) * (a + 2 * half + 1))
        else:
            term = half * (b - half) * x / ((a + 2 * half - 1) * (a + 2 * half))
        lower = 1 / _not_zero(1 + term * lower)
        upper = _not_zero(1 + term / upper)
        result *= upper * lower
        if abs(upper * lower - 1) < CLOSE:
            break
    return result


def _not_zero(number: float) -> float:
    return number if abs(number) > TINY else TINY
