import Data
import Judging
import Seeds
import Training

/// Examples that leave the program, so that another may learn from them and be judged.
package protocol ExchangedExamples: JudgedExamples {
  /// Every split of the family that leaves the program, as it is exported.
  static var exchanged: [Examples] { get }
  /// A short line of the family, for help.
  static var sampleLine: String { get }
  /// How another program answers them.
  var answerForm: PredictedAnswer.Form { get }
  /// What such answers can be scored by.
  static var metrics: [Metric] { get }
  /// How many answers each of these examples has, where they have several.
  func answerCounts(_ indices: Range<Int>, seed: Seed) -> [Int]
  /// Examples of another split, read as these are; nil where they cannot be.
  func reading(_ other: Self) -> Self?
  /// An object a line, with a line break after each.
  func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8]
  /// The same as arrays, always of the same names and row shapes.
  func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn]
  /// The examples' true answers, from this index on, beside another program's.
  func evaluation(of answers: [PredictedAnswer], from first: Int, seed: Seed) -> Evaluation
  /// What a run's network answered to the first examples, where that is a path: a number would not say it. Nil elsewhere.
  func paths(in predictions: [Float], count: Int, seed: Seed) -> [MazeAnswer]?
}

extension ExchangedExamples {
  package func answerCounts(_ indices: Range<Int>, seed: Seed) -> [Int] { indices.map { _ in 1 } }

  package func paths(in predictions: [Float], count: Int, seed: Seed) -> [MazeAnswer]? { nil }

  package func reading(_ other: Self) -> Self? { other }
}
