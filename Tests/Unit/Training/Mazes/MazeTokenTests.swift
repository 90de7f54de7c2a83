import Data
import Learning
import Seeds
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// Mazes as sequences of tokens: what a network reads, and what its answers are worth.
@Suite struct MazeTokenTests {
  static let formats: [MazeTokenFormat] = [
    .legacy(LegacyTokens(coordinates: .unique(.uniform), side: 6)),
    .legacy(LegacyTokens(coordinates: .unique(.rasterized), side: 7)),
    .legacy(LegacyTokens(coordinates: .indexed, side: 6)), .compact(CompactTokens(side: 6)), .cells,
  ]
  static let splits: [MazeSplit] = [.train3To5, .cycles40, .sizeUp6, .framed6, .density60]

  let seed = Seed(root: 7)

  static func task(_ format: MazeTokenFormat, _ loss: MazeTokenLoss = .pathOnly) -> MazeTokenTask {
    MazeTokenTask(format: format, loss: loss, start: .first)
  }

  func batch(_ split: MazeSplit, _ task: MazeTokenTask, _ count: Int = 20) -> Batch {
    var batch = Batch(idsPerToken: 1)
    MazeTokenSource(split: split, task: task, seed: seed).append(0..<count, to: &batch)
    return batch
  }

  @Test(arguments: formats, splits)
  func everyTokenForetellsTheNextOne(format: MazeTokenFormat, split: MazeSplit) {
    let task = Self.task(format, .fullSequence)
    let batch = batch(split, task)
    let stream = task.stream(of: split, seed: seed)
    for (place, example) in split.examples(0..<20, seed: seed).enumerated() {
      let tokens = task.read(example, use: place, stream: stream).sequence.tokens.map(Int32.init)
      let rows = Int(batch.starts[place])..<Int(batch.starts[place + 1])
      #expect(Array(batch.ids[rows]) == tokens.dropLast() && Array(batch.classes[rows]) == Array(tokens.dropFirst()))
    }
    #expect(batch.weights.allSatisfy { $0 == 1 })
    let source = MazeTokenSource(split: split, task: task, seed: seed)
    #expect(batch.longest <= source.longest && batch.ids.allSatisfy { $0 < format.vocabulary })
  }

  @Test(arguments: formats)
  func eachKindOfTokenHasItsWeight(format: MazeTokenFormat) {
    let split = MazeSplit.train3To5
    let task = Self.task(format, .weighted(passages: 2, ends: 3, path: 5))
    let batch = batch(split, task)
    let stream = task.stream(of: split, seed: seed)
    for (place, example) in split.examples(0..<20, seed: seed).enumerated() {
      let sequence = task.read(example, use: example.index, stream: stream).sequence
      let weights = batch.weights[Int(batch.starts[place])..<Int(batch.starts[place + 1])]
      // The logits before the solution's first token are the first that count as path.
      #expect(weights.dropFirst(sequence.solutionStart - 1).allSatisfy { $0 == 5 })
      #expect(weights.count { $0 == 5 } == sequence.solution.count)
      #expect(weights.count { $0 == 2 } == format.mazeTokenCount(in: sequence) - 1)  // nothing foretells the first
      #expect(weights.count { $0 == 3 } == sequence.solutionStart - format.mazeTokenCount(in: sequence))
      #expect(Array(weights) == weights.sorted())
    }
  }

  @Test func lossOnThePathCountsNothingElse() {
    let batch = batch(.train4, Self.task(Self.formats[0]))
    let steps = MazeSplit.train4.examples(0..<20, seed: seed).map { Float($0.path.count + 1) }
    #expect(batch.weights.reduce(0, +) == steps.reduce(0, +))
    // All trees of 16 cells: the first token that counts is foretold from place 68 = 4 x 4^2 + 4, that of <PATH_START>.
    for place in 0..<20 {
      let weights = batch.weights[Int(batch.starts[place])..<Int(batch.starts[place + 1])]
      #expect(weights.firstIndex(of: 1)! - weights.startIndex == 68)
    }
  }

  // MARK: Loss by validity

  @Test(arguments: [formats[0], formats[3], formats[4]], [MazeSplit.train3To5, .cycles40])
  func aDetourIsWorthSomethingAndAWallNothing(format: MazeTokenFormat, split: MazeSplit) {
    let task = Self.task(format, .pathValidity(detour: 0.25))
    let batch = batch(split, task)
    let stream = task.stream(of: split, seed: seed)
    var detours = 0
    for (place, example) in split.examples(0..<20, seed: seed).enumerated() {
      let sequence = task.read(example, use: example.index, stream: stream).sequence
      let field = example.maze.distances(to: example.solved.target)
      let cellsStart = sequence.tokens.count - 1 - (example.path.count - 1)
      for next in 1..<sequence.tokens.count {
        let first = (Int(batch.starts[place]) + next - 1) * format.vocabulary
        let row = Array(batch.targets[first..<first + format.vocabulary])
        guard next >= sequence.solutionStart else {
          #expect(row.allSatisfy { $0 == 0 })
          continue
        }
        #expect(abs(row.reduce(0, +) - 1) < 1e-6 && row[sequence.tokens[next]] > 0.2)
        guard next >= cellsStart, next + 1 < sequence.tokens.count else { continue }
        let cell = example.path[next - cellsStart]
        let open = Direction.allCases.filter { example.maze.isOpen(cell, $0) }
        #expect(row.count { $0 > 0 } == open.count)
        for direction in open {
          let value = row[format.step(from: cell, to: cell.step(direction))!]
          let isBest = field.bestDirections(from: cell) & direction.bit != 0
          detours += isBest ? 0 : 1
          #expect(isBest ? value > 0.25 || open.count > 3 : value <= 0.25)
        }
      }
    }
    #expect(detours > 20)
  }

  /// The loss of being sure of a wrong step: a detour costs less than a wall, and the right step least.
  @Test func aDetourCostsLessThanAWall() {
    let (right, detour, wall): (Float, Float, Float) = (0.9, 0.1, 0)
    func loss(sureOf place: Int) -> Double {
      let logits = (0..<3).map { Float($0 == place ? 4 : 0) }
      return -zip([right, detour, wall], logits).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    #expect(loss(sureOf: 0) < loss(sureOf: 1) && loss(sureOf: 1) < loss(sureOf: 2))
  }

  @Test func stepsOfSeveralTokensAndDetoursWorthMoreThanWaysAreTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      _ = MazeTokenTests().batch(.train4, MazeTokenTests.task(MazeTokenTests.formats[2], .pathValidity(detour: 0.1)))
    }
    await #expect(processExitsWith: .failure) {
      _ = MazeTokenTests().batch(.train4, MazeTokenTests.task(.cells, .pathValidity(detour: 0.5)))
    }
  }

  // MARK: Answers

  /// The label's own tokens as predictions, with what stands beyond an end.
  private func truth(_ split: MazeSplit, _ task: MazeTokenTask, _ count: Int, dropping last: Int = 0) -> [Float] {
    let stream = task.stream(of: split, seed: seed)
    let each = task.answerCount(cells: split.mostCells)
    return split.examples(0..<count, seed: seed).flatMap { example in
      let solution = task.read(example, use: example.index, stream: stream).sequence.solution.dropLast(last).map(
        Float.init)
      return solution + Array(repeating: -1, count: each - solution.count)
    }
  }

  @Test(arguments: formats, splits)
  func theLabelsTokensAreRight(format: MazeTokenFormat, split: MazeSplit) {
    let task = Self.task(format)
    let evaluation = Evaluation.mazes(split, task, count: 30, predictions: truth(split, task, 30), seed: seed)
    for metric in [Metric.exactPath, .shortestPath, .validPath, .reachedTarget, .firstCell, .legalSteps, .rightForks] {
      #expect(metric.score(evaluation, .everything) == 1, "\(metric)")
    }
    #expect(evaluation.predictions == evaluation.truths)
  }

  /// Without its end an answer reaches nothing, though it begins rightly.
  @Test(arguments: formats)
  func anAnswerThatIsCutOffReachesNothing(format: MazeTokenFormat) {
    let task = Self.task(format)
    let cut = truth(.heldOut3To5, task, 30, dropping: 1)
    let evaluation = Evaluation.mazes(.heldOut3To5, task, count: 30, predictions: cut, seed: seed)
    #expect(Metric.reachedTarget.score(evaluation, .everything) == 0)
    #expect(Metric.exactPath.score(evaluation, .everything) == 0)
    #expect(Metric.firstCell.score(evaluation, .everything) == 1)
  }

  @Test func noAnswerIsNothingRight() {
    let evaluation = Examples.mazeTokens(.heldOut3To5, Self.task(Self.formats[0])).unanswered(count: 40, seed: seed)
    for metric in [Metric.exactPath, .validPath, .reachedTarget, .firstCell, .legalSteps] {
      #expect(metric.score(evaluation, .everything) == 0)
    }
    // Where there is no fork there is none to get wrong.
    #expect(Metric.rightForks.score(evaluation, .of("forks", 1...99)) == 0)
  }

  /// What a network answers is what greedy decoding of the very questions it was trained on gives.
  @Test func aNetworkIsAskedWhatItIsTrainedOn() {
    let task = Self.task(Self.formats[0])
    let source = MazeTokenSource(split: .train3To5, task: task, seed: seed)
    let prompts = source.prompts(0..<20)
    let batch = batch(.train3To5, task)
    for place in 0..<20 {
      let first = Int(batch.starts[place])
      #expect(Array(batch.ids[first..<first + prompts[place].ids.count]) == prompts[place].ids)
      #expect(prompts[place].ids.last == Int32(LegacyTokens.Special.pathStart.rawValue))
    }
  }

  // MARK: Places

  @Test func randomStartsEndBelowTheirBound() {
    let task = MazeTokenTask(format: Self.formats[0], loss: .pathOnly, start: .random(below: 200))
    let batch = batch(.train3To5, task, 200)
    #expect(Set(batch.firstPlaces).count > 60 && batch.placeCount <= 200)
    let source = MazeTokenSource(split: .train3To5, task: task, seed: seed)
    #expect(source.prompts(0..<200).map { Int32($0.firstPlace) } == batch.firstPlaces)
    // The order of tokens is the same wherever they begin.
    #expect(batch.ids == self.batch(.train3To5, Self.task(Self.formats[0]), 200).ids)
  }

  // MARK: Few mazes

  /// The same mazes over and over, told otherwise each time; keys say that no more were shown.
  @Test func distinctMazesComeAgainInAnotherOrder() {
    let task = Self.task(Self.formats[0])
    let source = MazeTokenSource(split: .train3To5, task: task, distinct: 7, seed: seed)
    var batch = Batch(idsPerToken: 1)
    source.append(0..<21, to: &batch)
    let told = (0..<21).map { Array(batch.ids[Int(batch.starts[$0])..<Int(batch.starts[$0 + 1])]) }
    #expect(Set(told).count == 21)
    for place in 0..<14 { #expect(told[place].sorted() == told[place + 7].sorted()) }
    #expect(told[0].sorted() != told[1].sorted())
    let keys = Examples.mazeTokens(.train3To5, task, distinct: 7).keys(0..<21, seed: seed)
    #expect(Array(keys[7..<14]) == Array(keys[0..<7]) && Set(keys).count <= 7)
    #expect(keys[0] == Examples.mazeTokens(.train3To5, task).keys(0..<1, seed: seed)[0])
  }

  // MARK: Pictures

  @Test(arguments: formats)
  func thePathOfOneAnswerIsFoundAmongAll(format: MazeTokenFormat) {
    let task = Self.task(format)
    let examples = MazeExamples(split: .heldOut3To5, reading: .tokens(task, distinct: nil))
    let answers = truth(.heldOut3To5, task, 9)
    for (place, example) in MazeSplit.heldOut3To5.examples(0..<9, seed: seed).enumerated() {
      let answer = examples.path(answeredTo: place, in: answers, seed: seed)
      #expect(answer == MazeAnswer(path: example.path, isFinished: true))
      #expect(examples.sketch(of: place, seed: seed, answers: answers).drawing != nil)
    }
  }
}
