"""The curators' desk: pages on which people decide. They read freely and write through ``timeline.curation`` alone."""
