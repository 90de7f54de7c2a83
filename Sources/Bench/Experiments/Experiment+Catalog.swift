import Data
import Judging
import Storage

extension Experiment {
  /// Every experiment there is, at one profile.
  package static func all(_ profile: Profile) -> [Experiment] { suite(profile) + studies(profile) }

  /// What `swift test` judges, and `genbench run` where none is named.
  package static func suite(_ profile: Profile) -> [Experiment] {
    [
      .shortestPathsOnPath(profile), .shortestPathsFromScratch(profile), .loopedShortestPaths(profile),
      .loopedShortestPathsWithNames(profile), .mazesOfOtherSizes(profile),
      .amplification(profile), .failuresOf1Percent(profile), .failuresOf10Percent(profile),
      .failuresOf30Percent(profile), .failuresAlone(profile), .powersBySquaring(profile),
      .powersByVectors(profile),
    ] + MazeTokenSetting.all.map { .mazeTokens($0, profile) } + searchesByHand(profile) + lossAllocations(profile)
      + sweeps(profile) + generative(profile)
  }

  /// What is too long for a test run: trained where it is named, and held against its baselines then.
  package static func studies(_ profile: Profile) -> [Experiment] {
    let studies: [[Experiment]] = [
      [.shortestPathsErrors(profile), .shortestPathsCapped(profile), .shortestPathsConcatenated(profile)],
      [.loopedMoreLoops(profile), .loopedLonger(profile), .loopedStopping(profile), .loopedThirtyTimes(profile)],
      loopedRivals(profile),
      [.mazesWithPlaces(profile), .mazeMoves(profile)],
      LargerMazeTraining.allCases.map { .muchLargerMazes($0, profile) },
      amplificationStudies(profile), higherPowerStudies(profile), supervisedPowerStudies(profile),
      [.allocationAlongChords(profile), .allocationOnPath(profile)], allocationOfPowers(profile),
      [.amplificationAsPublished(profile)], [.scalingLaw(profile), .scalingLawCooled(profile)],
      BlankedSetting.all.map { .infogain($0, profile) }, RetoldMazes.all.map { .retoldMazes($0, profile) },
      SizeStudy.allCases.map { .sizeStudy($0, profile) },
      MazeFineTuning.all.map { .fineTunedMazes($0, profile) },
      (MazeSolver.eight + MazeSolver.changed).map { .mazeSolver($0, profile) },
      perturbedFamilies.map { .perturbedSearch($0, profile) },
    ]
    return studies.flatMap { $0 }
  }

  package static func named(_ id: String, _ profile: Profile) throws(UnknownName) -> Experiment {
    let known = all(profile)
    guard let experiment = known.first(where: { $0.id == id }) else {
      throw UnknownName(kind: "experiment", asked: id, known: known.map(\.id))
    }
    return experiment
  }
}
