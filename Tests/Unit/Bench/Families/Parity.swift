import Judging
import Learning
import Reports
import Results
import Seeds
import Training

// docs/adding-a-family.md tells this file: a task family of its own, in one place.

/// Some bits, and whether an odd number of them is set.
struct Parity: TaskExamples {
  var localName: String
  var lengths: ClosedRange<Int>

  static let short = Parity(localName: "short", lengths: 2...4)
  static let long = Parity(localName: "long", lengths: 9...12)

  static var family: String { "parity" }
  var name: String { "parity/\(localName)" }
  var seedLabel: String { localName }
  var revision: Int { 1 }

  /// Each example is drawn by its index alone.
  func bits(at index: Int, seed: Seed) -> [Int] {
    var generator = seed.child("parity").child(localName).generator(at: index)
    let length = Draw.integer(in: lengths, using: &generator)
    return (0..<length).map { _ in Draw.integer(in: 0...1, using: &generator) }
  }

  func source(seed: Seed, labelsAtMost most: Int?) -> any ExampleSource { ParitySource(parity: self, seed: seed) }

  func fingerprint(seed: Seed, count: Int) -> String {
    var fingerprint = Fingerprint()
    fingerprint.absorb(localName)
    for index in 0..<count { fingerprint.absorb(bits(at: index, seed: seed).map { UInt8($0) }) }
    return fingerprint.hexadecimal
  }

  /// In which order the bits come does not matter: two of equally many ones and zeros are the same question.
  func keys(_ indices: Range<Int>, seed: Seed) -> [ExampleKey] {
    indices.map { ExampleKey(Key(bits: bits(at: $0, seed: seed).sorted())) }
  }

  private struct Key: Hashable {
    let bits: [Int]
  }
}

/// How a network reads them: a token a bit, and one more to answer at.
struct ParitySource: ExampleSource {
  let parity: Parity
  let seed: Seed

  let idsPerToken = 1
  var longest: Int { parity.lengths.upperBound + 1 }

  func append(_ indices: Range<Int>, to batch: inout Batch) {
    for index in indices {
      let bits = parity.bits(at: index, seed: seed)
      batch.append(ids: bits.map { Int32($0) } + [2], targets: CollectionOfOne(Float(bits.reduce(0, +) % 2)))
    }
  }
}

extension Parity: JudgedExamples {
  func evaluation(of predictions: [Float], count: Int, seed: Seed) -> Evaluation {
    evaluation(of: predictions, at: 0..<count, seed: seed)
  }

  private func evaluation(of predictions: [Float], at indices: Range<Int>, seed: Seed) -> Evaluation {
    let examples = indices.map { bits(at: $0, seed: seed) }
    return Evaluation(
      split: name, truths: examples.map { Float($0.reduce(0, +) % 2) }, predictions: predictions,
      attributes: [
        .init("length", examples.map { Int32($0.count) }), .init("ones", examples.map { Int32($0.reduce(0, +)) }),
      ])
  }

  func unanswered(count: Int, seed: Seed) -> Evaluation {
    evaluation(of: Array(repeating: 0, count: count), count: count, seed: seed)
  }

  var sizeAttribute: String { "length" }
  var reportedSlices: [Slice] { [.everything] + lengths.map { .of("length", $0...$0) } }
  var watchedSlices: [Slice] { [.everything] }
  func trivialPredictors(for metric: Metric) -> [TrivialPredictor] { [.bestConstant] }

  func sketch(of index: Int, seed: Seed, answers: [Float]?) -> ExampleSketch {
    let bits = bits(at: index, seed: seed)
    return ExampleSketch(
      question: "parity of \(bits.map(String.init).joined())",
      drawing: .graph(
        GraphDrawing(labels: bits.map(String.init), edges: [], path: bits.indices.filter { bits[$0] == 1 })))
  }
}

extension Parity: ExchangedExamples {
  static var exchanged: [Examples] { [Examples(Parity.short), Examples(Parity.long)] }
  static var sampleLine: String { #"{"index":0,"bits":[1,0,1],"label":0,"split":"parity/short"}"# }
  var answerForm: PredictedAnswer.Form { .number }
  static var metrics: [Metric] { [.roundedAccuracy, .squaredError] }

  func jsonLines(_ indices: Range<Int>, seed: Seed) -> [UInt8] {
    indices.flatMap { index in
      let bits = bits(at: index, seed: seed)
      let text = bits.map(String.init).joined(separator: ",")
      return Array(
        "{\"index\":\(index),\"bits\":[\(text)],\"label\":\(bits.reduce(0, +) % 2),\"split\":\"\(name)\"}\n".utf8)
    }
  }

  func columns(_ indices: Range<Int>, seed: Seed) -> [ExampleColumn] {
    let examples = indices.map { bits(at: $0, seed: seed) }
    let longest = lengths.upperBound
    return [
      ExampleColumn("index", indices.map { Int32($0) }, "the example's place in the split, from 0"),
      ExampleColumn(
        "bits", examples.flatMap { $0.map { Int32($0) } + Array(repeating: -1, count: longest - $0.count) },
        rowShape: [longest], "the bits; then -1 as padding"),
      ExampleColumn("label", examples.map { Int32($0.reduce(0, +) % 2) }, "1 where an odd number is set"),
    ]
  }

  /// What another program answered, from the example `first` on.
  func evaluation(of answers: [PredictedAnswer], from first: Int, seed: Seed) -> Evaluation {
    evaluation(of: answers.map(\.number), at: first..<first + answers.count, seed: seed)
  }
}

extension Experiment {
  static func parity(_ labels: Labels = .asDrawn) -> Experiment {
    Experiment(
      id: "parity/short", claim: "The parity of 2 to 4 bits can be learned.", profile: .smoke,
      model: .encoder(
        EncoderShape(
          vocabulary: 3, idsPerToken: 1, combination: .sum, width: 32, layerCount: 1, headCount: 2, hiddenWidth: 64,
          activation: .gelu, normOrder: .post, outputs: 1)),
      stages: [
        Stage(
          "train", on: Examples(Parity.short),
          Recipe(steps: 2_000, batchSize: 64, shardCount: 2, optimizer: .adam(), schedule: .constant(3e-3)),
          labels: labels)
      ],
      asked: [AskedSplit(Examples(Parity.short), count: 200), AskedSplit(Examples(Parity.long), count: 200)],
      replicates: 5,
      claims: [
        .parity("learned", of: .short, isControl: false),
        // At three times the length. Of five and six bits it has nearly all right: that would be no control.
        .parity("longer", of: .long, isControl: true),
      ])
  }
}

extension Claim {
  fileprivate static func parity(_ subject: String, of parity: Parity, isControl: Bool) -> Claim {
    Claim(
      subject: subject, stage: "train", split: parity.name, slice: .everything, metric: .roundedAccuracy,
      requirement: .atLeast(0.95), isControl: isControl, testName: nil,
      provenance: .goal("Set before any run. Steps and the control's lengths were chosen after one."), leakLimit: nil)
  }
}
