"""ClaimReview: claims with a verdict as schema.org JSON-LD, for fact-checkers to embed in web pages."""

from annotator.interop.formats.claim_review.format import FORMAT

__all__ = ["FORMAT"]
