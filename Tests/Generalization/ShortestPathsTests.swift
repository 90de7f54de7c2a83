import Testing

@Suite struct ShortestPaths {}
