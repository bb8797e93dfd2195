"""ClaimReview: the claims with a verdict, as schema.org's JSON-LD that fact-checkers put into their pages."""

from annotator.interop.formats.claim_review.format import FORMAT

__all__ = ["FORMAT"]
