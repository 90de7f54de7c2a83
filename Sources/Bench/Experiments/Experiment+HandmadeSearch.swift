import Data
import Judging
import Learning
import Training

extension Experiment {
  /// A transformer that searches breadth first by weights written by hand, never trained: with constants derived for
  /// its size it makes no error (the appendix of Wang, Westover and Zhao, 2024).
  package static func handmadeSearch(of vertexCount: Int, _ profile: Profile) -> Experiment {
    untrained(
      "graphs/handmade-\(vertexCount)",
      "Weights written by hand find shortest paths in every graph of \(vertexCount) vertices.",
      HandmadeSearch(vertexCount: vertexCount, constants: .exact(vertexCount: vertexCount)), profile,
      Claim(
        subject: "handmade n=\(vertexCount)", stage: untrainedStage, split: GraphSplit.ofSize(vertexCount).name,
        slice: .everything, metric: .squaredError, requirement: .atMost(1e-10), isControl: false,
        testName: "ShortestPathsByHand/in\(vertexCount)Vertices",
        provenance: .theory("The constants leave an error of 1e-12 at most, and in floats none."), leakLimit: .unseen))
  }

  /// The control: the constants as published.
  package static func handmadeSearchAsPublished(of vertexCount: Int, _ profile: Profile) -> Experiment {
    untrained(
      "graphs/handmade-published-\(vertexCount)",
      "The published constants do not keep the error below 1e-6, and fail for graphs of 12 vertices.",
      HandmadeSearch(vertexCount: vertexCount, constants: .published), profile,
      Claim(
        subject: "handmade as published n=\(vertexCount)", stage: untrainedStage,
        split: GraphSplit.ofSize(vertexCount).name, slice: .everything, metric: .squaredError,
        requirement: .atMost(vertexCount == 8 ? 1e-6 : 1), isControl: true,
        testName: "ShortestPathsByHand/asPublishedFailsIn\(vertexCount)Vertices",
        provenance: vertexCount == 8
          ? .paper("What was published of it.") : .floor("Always answering one number has 28.")))
  }

  /// One experiment a size.
  static func searchesByHand(_ profile: Profile) -> [Experiment] {
    let exact = handmadeSizes.map { handmadeSearch(of: $0, profile) }
    return exact + publishedSizes.map { handmadeSearchAsPublished(of: $0, profile) }
  }

  static let handmadeSizes = [8, 12, 16, 32]
  static let publishedSizes = [8, 12]

  static let untrainedStage = "handmade"

  private static func untrained(
    _ id: String, _ claim: String, _ search: HandmadeSearch, _ profile: Profile, _ required: Claim
  ) -> Experiment {
    let split = GraphSplit.ofSize(search.vertexCount)
    return Experiment(
      id: id, claim: claim, profile: profile, model: .attentionOnly(search.shape), firstWeights: .handmade(search),
      stages: [Stage(untrainedStage, on: .searches(split), .none)],
      asked: [
        AskedSplit(.searches(split), count: HandmadeScale.at(profile).exactQuestions(vertexCount: search.vertexCount))
      ],
      replicates: 5, claims: [required])
  }
}

extension Recipe {
  /// No training.
  static let none = Recipe(
    steps: 0, batchSize: 1, shardCount: 1, optimizer: .adam(), schedule: .constant(0))
}
