import Data

extension Experiment {
  /// Every experiment there is, at one profile.
  package static func all(_ profile: Profile) -> [Experiment] {
    [
      .shortestPathsOnPath(profile), .shortestPathsFromScratch(profile), .loopedShortestPaths(profile),
      .loopedShortestPathsWithNames(profile), .mazesOfOtherSizes(profile),
    ] + MazeTokenSetting.all.map { .mazeTokens($0, profile) } + [.mazeMoves(profile)]
      + MazeFineTuning.all.map { .fineTunedMazes($0, profile) }
  }

  package static func named(_ id: String, _ profile: Profile) throws(UnknownName) -> Experiment {
    let known = all(profile)
    guard let experiment = known.first(where: { $0.id == id }) else {
      throw UnknownName(kind: "experiment", asked: id, known: known.map(\.id))
    }
    return experiment
  }
}
