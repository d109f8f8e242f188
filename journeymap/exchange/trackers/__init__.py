"""Files of stories that the importers of trackers take as they are, a module a tracker."""
