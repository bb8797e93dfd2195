"""Packages of UIMA types that hold linguistic analysis and internal data, which are not labels of a person."""

LANGUAGE = (
    "de.tudarmstadt.ukp.dkpro.core.api.metadata.",
    "de.tudarmstadt.ukp.dkpro.core.api.segmentation.",
    "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.",
    "de.tudarmstadt.ukp.dkpro.core.api.syntax.",
    "de.tudarmstadt.ukp.clarin.webanno.api.",
    "org.dkpro.core.api.xml.",
    "org.dkpro.core.api.pdf.",
)
