"""`make bench`: how fast are the pages with ten thousand events, as ratios to a bare view within one run?"""
