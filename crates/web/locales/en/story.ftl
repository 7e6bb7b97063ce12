# The story: the county and the year that the demo was made after. In a demo alone; the texts of the twenty-seven points stand in demo/story/points.toml.
story-title = The story: one county's year against idleness
story-lead = In 2015 Xunyang County in Shaanxi turns against mediocre and lazy government. This software is to let anybody look up everything that happened in such a year. Here it is in twenty-seven points, one by one: what happened, which page shows it now, and what is still to come.
story-own-words = The report of that year is not copied here: every point is in our own words, and no real person is named. The units, people and records of { $county } are all invented; they are not Xunyang's.
story-honest = What opens is there now; what is marked as still to come is not.
story-chapters = Eight parts
story-range = Points { $first } to { $last }
story-there = there now
story-to-come = still to come
story-rows = Thirty-three systems, schemes and documents
story-counted = The story has { $rows } systems, schemes and documents. { $there } can be seen now, { $rest } are still to come.
story-row = Name
story-point = Point
story-where = Where to see it
story-home = { $county } is invented
story-home-text = It was made after a real county's year against idleness. One page goes through that year in twenty-seven points: what can be seen by now, and what is still to come.
