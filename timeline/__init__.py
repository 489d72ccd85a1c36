"""What happened: proposals, events, actors and themes; browsing, curation and exports."""
