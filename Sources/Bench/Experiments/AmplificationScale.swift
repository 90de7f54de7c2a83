import Data
import Judging
import Learning
import Training

/// What a profile changes in the experiments on amplification.
struct AmplificationScale {
  var answerer: AnswererShape
  let asker: AskerShape
  var recipe: Recipe
  let askerRate: Double
  let targetRoom: Int
  let transcriptRoom: Int
  var measureInterval: Int
  let questions: Int
  var replicates: Int
  /// How often X_PA must be right where nobody fails.
  let learned: Double
  let learnedProvenance: Claim.Provenance
  /// How far targets of depth 3 may lie from theory where there are too few ticks to learn all of depth 2; 0 where there are
  /// enough, and only sampling is left.
  let unlearned: Double

  /// How many targets of one depth the last quarter of the ticks has: half of its questions.
  var lastTargetsOfADepth: Int { recipe.steps / 4 * Self.contexts * answerer.questionCount / 2 }

  /// New ones a tick.
  private static let contexts = 50

  static func at(_ profile: Profile) -> AmplificationScale {
    switch profile {
    case .smoke:
      small(
        ticks: 300, questions: 800, replicates: 5, learned: 0.63,
        learnedProvenance: .replicates(5...9, "Half way from the identity, 0.52, to 0.75."), unlearned: 0.065)
    case .standard:
      small(
        ticks: 600, questions: 4_000, replicates: 5, learned: 0.95, unlearned: 0)
    case .paper: published
    }
  }

  /// The paper's: 8,197,506 and 269,576 parameters.
  private static let published = AmplificationScale(
    width: 512, embeddingWidth: 100, headCount: 8, askerWidth: 128, ticks: 4_000, rate: 1e-5, askerRate: 1e-5,
    horizon: 1_000, targetRoom: 10_000, questions: 20_000, replicates: 5, learned: 0.95,
    unlearned: 0)

  /// The same shape, on smaller networks that learn faster, of fresher targets.
  private static func small(
    ticks: Int, questions: Int, replicates: Int, learned: Double,
    learnedProvenance: Claim.Provenance = .published, unlearned: Double
  ) -> AmplificationScale {
    AmplificationScale(
      width: 64, embeddingWidth: 32, headCount: 4, askerWidth: 32, ticks: ticks, rate: 2e-3, askerRate: 2e-3,
      horizon: 50, targetRoom: 2_000, questions: questions, replicates: replicates,
      learned: learned, learnedProvenance: learnedProvenance, unlearned: unlearned)
  }

  /// The same for contexts of eight with cells for six bits. The paper has no such task. Each fact cell at most doubles
  /// the power that a fact can know, so that 2 to 3 bits take three of them, and 4 bits one more. What is learned
  /// within a few hundred ticks needs statistics that follow as fast. No overseer fails, so nothing has to be left out.
  static func ofEight(_ profile: Profile, ticks: Int) -> AmplificationScale {
    var scale = AmplificationScale(
      format: PowerFormat(alphabet: 8, exponentBits: 6), questionCount: 8, width: 64, embeddingWidth: 32, headCount: 4,
      askerWidth: 32, ticks: profile == .smoke ? 40 : ticks, rate: 2e-3, askerRate: 2e-3, horizon: 50,
      targetRoom: 2_000, questions: profile == .smoke ? 160 : 800, replicates: profile == .smoke ? 2 : 5,
      learned: 0.95, unlearned: 0)
    scale.answerer.factCells = 4
    scale.answerer.dropout.probability = 0
    scale.answerer.batchNorm.blend = 1.0 / 50
    scale.recipe.batchSize = 100
    scale.measureInterval = 20
    return scale
  }

  private init(
    format: PowerFormat = PowerSplit.tiny.format, questionCount: Int = 4, width: Int, embeddingWidth: Int,
    headCount: Int, askerWidth: Int, ticks: Int, rate: Double, askerRate: Double,
    horizon: Int, targetRoom: Int, questions: Int, replicates: Int, learned: Double,
    learnedProvenance: Claim.Provenance = .published, unlearned: Double
  ) {
    answerer = AnswererShape(
      vocabulary: format.vocabularySize, factLength: 2, questionLength: format.questionLength,
      questionCount: questionCount,
      embeddingWidth: embeddingWidth, width: width, headCount: headCount, hiddenWidth: 4 * width, factCells: 1,
      questionCells: 1, dropout: Dropout(probability: 0.1, isSharedOverTokens: true), batchNorm: .amplification)
    asker = AskerShape(
      vocabulary: format.vocabularySize, roleCount: PowerFormat.Part.allCases.count, longest: format.askerLength,
      width: askerWidth, headCount: 4, hiddenWidth: 4 * askerWidth, cells: 1, dropout: 0.1,
      batchNorm: .amplification)
    recipe = Recipe(
      steps: ticks, batchSize: 50, shardCount: 1, optimizer: .adam(beta2: 0.98), schedule: .constant(rate),
      gradientNormLimit: 1, averaging: .horizon(horizon))
    self.askerRate = askerRate
    self.targetRoom = targetRoom
    transcriptRoom = 10 * targetRoom
    measureInterval = 10
    self.questions = questions
    self.replicates = replicates
    self.learned = learned
    self.learnedProvenance = learnedProvenance
    self.unlearned = unlearned
  }

  /// The system whose targets fail as said.
  func system(_ failures: OverseerFailures) -> AmplificationRecipe {
    AmplificationRecipe(
      asker: asker,
      askerRecipe: Recipe(
        steps: 2 * recipe.steps, batchSize: 50, shardCount: 1, optimizer: .adam(beta2: 0.98),
        schedule: .constant(askerRate), gradientNormLimit: 1),
      failures: failures, contexts: Self.contexts, targetRoom: targetRoom, transcriptRoom: transcriptRoom,
      measureInterval: measureInterval)
  }
}

extension Claim.Provenance {
  fileprivate static let published = paper("It has 0.9997 on depth 2.")
}
