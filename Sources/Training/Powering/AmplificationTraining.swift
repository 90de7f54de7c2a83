import Data
import Learning
import Seeds

/// The system of Christiano, Shlegeris and Amodei (2018) while it trains: the learner X and its average X_PA, the script H,
/// and H', which learns to ask as H does.
package final class AmplificationTraining {
  let answerer: AnswererShape
  let system: AmplificationRecipe
  let recipe: Recipe
  let split: PowerSplit
  let seed: Seed
  private let learner: Trainer
  private let learnerTray: ExampleTray
  private let asker: Trainer
  private let askerTray: ExampleTray
  private let amplifier: Amplifier
  private let askerReader: Responder
  private let looking: AmplificationLooking
  private var targets: ReplayBuffer
  private var transcripts: ReplayBuffer
  private var targetBatches = 0
  private var transcriptCount = 0
  private var transcriptsDue = 0.0
  private var newLoss = FadingMean()
  private(set) var log: AmplificationLog

  /// - Parameters:
  ///   - seeds: of the stage, for what is drawn, for first weights and for dropout.
  ///   - state: where it stopped; nil for the beginning, which makes the first targets and transcripts.
  package init(
    _ answerer: AnswererShape, _ system: AmplificationRecipe, _ recipe: Recipe, on split: PowerSplit,
    seeds: AmplificationSeeds, from state: AmplificationState?
  ) {
    (self.answerer, self.system, self.recipe, self.split, seed) = (answerer, system, recipe, split, seeds.stage)
    let (answererModel, askerModel) = (Answerer(answerer), Asker(system.asker))
    learnerTray = ExampleTray(
      idsPerToken: answererModel.idsPerToken, longest: split.sizes.upperBound + answerer.questionCount)
    askerTray = ExampleTray(idsPerToken: askerModel.idsPerToken, longest: split.format.askerLength)
    learner = Trainer(
      Program(answererModel, for: .learning), recipe, on: learnerTray,
      from: state?.learner ?? .first(of: answererModel, seeds.weights.child("learner")), maximumWorkers: 1,
      dropoutSeed: seeds.dropout.child("learner"))
    asker = Trainer(
      Program(askerModel, for: .learning), system.askerRecipe, on: askerTray,
      from: state?.asker ?? .first(of: askerModel, seeds.weights.child("asker")), maximumWorkers: 1,
      dropoutSeed: seeds.dropout.child("asker"))
    amplifier = Amplifier(
      answerer, system.asker, format: split.format, contexts: system.contexts, facts: split.sizes.upperBound)
    askerReader = Responder(askerModel, sequences: system.contexts, longest: split.format.askerLength)
    looking = AmplificationLooking(answerer, system, split)
    targets = state?.targets ?? ReplayBuffer(room: system.targetRoom)
    transcripts = state?.transcripts ?? ReplayBuffer(room: system.transcriptRoom)
    let depths = system.unlocking?.depths ?? split.depths
    log = state?.log ?? AmplificationLog(depths: depths)
    amplifier.take(learner: learner.outcome)
    takeAsker()
    if let state {
      targetBatches = state.targetBatches
      transcriptCount = state.transcriptCount
      transcriptsDue = state.transcriptsDue
      newLoss = state.newLoss
    } else {
      prepare()
    }
  }

  var state: AmplificationState {
    AmplificationState(
      learner: learner.state, asker: asker.state, targets: targets, transcripts: transcripts,
      targetBatches: targetBatches, transcriptCount: transcriptCount, transcriptsDue: transcriptsDue, newLoss: newLoss,
      log: log)
  }

  var ticks: Int { learner.step }
  var isFinished: Bool { learner.isFinished }
  var lastLoss: Float { learner.lastLoss }
  var learnerValues: ModelValues { learner.values }
  var averageValues: ModelValues { learner.outcome }
  /// The last ones, not averages: by these H' asks, in training and for every answer.
  var askerValues: ModelValues { asker.values }

  /// What there is before the first tick.
  private func prepare() {
    for _ in 0..<system.firstTargetBatches { _ = makeTargets(tick: 0) }
    var missing = system.firstTranscripts
    while missing > 0 {
      makeTranscripts(min(missing, system.contexts), tick: 0)
      missing -= system.contexts
    }
  }

  /// A step of X and of X_PA, the steps of H', transcripts where they are due, and a batch of targets.
  package func tick() throws(TrainingProblem) {
    try learnTargets()
    amplifier.take(learner: learner.outcome)
    try learnTranscripts()
    askForTranscripts()
    let counts = makeTargets(tick: ticks)
    log.append(rightTargets: counts.right, of: counts.asked)
    if ticks.isMultiple(of: system.measureInterval) || isFinished {
      log.append(looking.look(tick: ticks, learner.values, learner.outcome, asker.values))
    }
  }

  private func learnTargets() throws(TrainingProblem) {
    var generator = seed.child("learner batch").generator(at: ticks)
    var batch = Batch(idsPerToken: learnerTray.idsPerToken)
    for row in targets.draw(recipe.batchSize, using: &generator) {
      let words = row.map { Int32($0) }
      batch.append(ids: words.dropLast(answerer.questionCount), classes: words.suffix(answerer.questionCount))
    }
    learnerTray.put(batch)
    try learner.advance(by: 1, workers: 1)
  }

  private func learnTranscripts() throws(TrainingProblem) {
    let steps = system.askerRecipe.steps / recipe.steps
    for _ in 0..<steps where !isAskerDone {
      var generator = seed.child("asker batch").generator(at: asker.step)
      var batch = Batch(idsPerToken: 2)
      for row in transcripts.draw(system.askerRecipe.batchSize, using: &generator) {
        split.format.append(transcript: row, to: &batch)
      }
      askerTray.put(batch)
      try asker.advance(by: 1, workers: 1)
    }
    takeAsker()
  }

  /// It does not learn now; what it has learned stays in use, and where new transcripts cost it more again, it goes on.
  private var isAskerDone: Bool {
    guard let enough = system.askerStopsBelow, let loss = newLoss.value else { return false }
    return loss < enough
  }

  private func takeAsker() {
    amplifier.take(asker: asker.values)
    askerReader.take(asker.values)
  }

  /// The fewer transcripts the better H' foretells them: a transcript a tick, a tenth of one where its loss is below
  /// 0.1, a hundredth below 0.01.
  private func askForTranscripts() {
    let loss = newLoss.value ?? 0
    let rate = loss < 0.01 ? 0.01 : loss < 0.1 ? 0.1 : 1.0
    transcriptsDue += rate
    let count = min(system.contexts, Int(transcriptsDue))
    guard count > 0 else { return }
    transcriptsDue -= Double(count)
    makeTranscripts(count, tick: ticks, rate: rate)
  }

  /// A question each about so many contexts, asked by the script.
  private func makeTranscripts(_ count: Int, tick: Int, rate: Double = 1) {
    let examples = system.split(split, at: tick).examples(
      transcriptCount..<transcriptCount + count, seed: seed.child("transcript contexts"))
    var generator = seed.child("transcript answers").generator(at: transcriptCount)
    let all = amplifier.transcripts(
      PowerAsking(examples), by: .scripted, levels: 1, .sampled, using: &generator)
    var batch = Batch(idsPerToken: 2)
    for written in all {
      let one = written[Draw.integer(in: 0...written.count - 1, using: &generator)]
      let row = split.format.tokens(of: one).map { UInt8($0) }
      transcripts.add(row)
      split.format.append(transcript: row, to: &batch)
    }
    transcriptCount += count
    noteNewLoss(batch, horizon: max(1, 3_000 * rate / Double(count)))
  }

  /// How well H' foretells transcripts that it has not learned from: a mean that fades over so many batches.
  private func noteNewLoss(_ batch: Batch, horizon: Double) {
    let loss = batch.loss(logarithms: askerReader.answers(to: batch), classCount: split.format.vocabularySize)
    newLoss.add(loss, horizon: horizon)
  }

  /// A batch of contexts with what Amplify^H'(X_PA) answers, some of it replaced by failures; how many were right by depth.
  private func makeTargets(tick: Int) -> (right: [Int], asked: [Int]) {
    let first = targetBatches * system.contexts
    let examples = system.split(split, at: tick).examples(
      first..<first + system.contexts, seed: seed.child("target contexts"))
    var generator = seed.child("target answers").generator(at: targetBatches)
    targetBatches += 1
    let asking = PowerAsking(examples)
    let answers = amplifier.answers(
      to: asking, by: .learned, levels: 1, firstContext: first, system.failures, .sampled, seed: seed,
      using: &generator)
    var (right, asked) = (log.depths.map { _ in 0 }, log.depths.map { _ in 0 })
    for (example, given) in zip(examples, answers) {
      targets.add(
        PowerAsking.ids(example.context, example.questions, split.format).map { UInt8($0) }
          + given.map { UInt8($0.token) })
      for (place, question) in example.questions.enumerated() {
        let column = question.depth! - log.depths.lowerBound
        asked[column] += 1
        if given[place] == example.answers[place] { right[column] += 1 }
      }
    }
    return (right, asked)
  }
}

extension Amplifier {
  /// The root answers of an amplified learner after failures, by context.
  /// - Parameter firstContext: how many contexts were answered before: failures are drawn by it.
  func answers(
    to asking: PowerAsking, by overseer: Asking, levels: Int, firstContext: Int, _ failures: OverseerFailures,
    _ choice: WordChoice, seed: Seed, using generator: inout Generator
  ) -> [[PowerAnswer]] {
    let written = transcripts(asking, by: overseer, levels: levels, choice, using: &generator)
    return written.enumerated().map { place, written in
      written.enumerated().map { number, transcript in
        let occasion = (firstContext + place) * asking.questionCount + number
        return failures.replacement(
          for: transcript.question, in: asking.contexts[place], occasion: occasion, seed: seed) ?? transcript.answer!
      }
    }
  }
}

extension TrainingState {
  fileprivate static func first(of model: some Model, _ seed: Seed) -> TrainingState {
    TrainingState(parameters: model.layout.initialValues(seed: seed), statistics: model.firstStatistics)
  }
}

extension Batch {
  /// The mean loss of answers to it.
  fileprivate func loss(logarithms: [Float], classCount: Int) -> Double {
    var (sum, weight) = (0.0, 0.0)
    for (row, word) in classes.enumerated() where weights[row] > 0 {
      sum -= Double(weights[row]) * Double(logarithms[row * classCount + Int(word)])
      weight += Double(weights[row])
    }
    return sum / weight
  }
}
