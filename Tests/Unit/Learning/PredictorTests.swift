import Seeds
import Testing

@testable import Learning

@Suite struct PredictorTests {
  let predictor: Predictor
  let source = ReferenceModel.Source()

  init() {
    let model = ReferenceModel.encoder(.pre)
    predictor = Predictor(model, parameters: ReferenceModel.parameters(of: model))
  }

  func bits(_ examples: Range<Int>) -> [UInt32] {
    predictor.predictions(for: examples, of: source).map(\.bitPattern)
  }

  /// 64 are asked at once: around that, and far beyond.
  @Test(arguments: [1, 5, 63, 64, 65, 128, 150])
  func anAnswerDoesNotDependOnItsCompany(count: Int) {
    let together = bits(0..<count)
    #expect(together.count == count)
    #expect(together == (0..<count).flatMap { bits($0..<$0 + 1) })
  }

  @Test(arguments: [2, 3, 7], [1, 5, 64, 151])
  func theNumberOfWorkersDoesNotReachAnAnswer(_ workers: Int, _ count: Int) {
    let together = predictor.predictions(for: 3..<3 + count, of: source, workers: workers)
    #expect(together.map(\.bitPattern) == bits(3..<3 + count))
  }

  @Test func answersComeInTheOrderAskedFromAnyPlace() {
    #expect(bits(60..<70) == Array(bits(0..<150)[60..<70]))
    // The source repeats itself every five examples, and they differ.
    #expect(bits(0..<5) == bits(65..<70) && Set(bits(0..<5)).count == 5)
  }

  @Test func nothingAskedIsNothingAnswered() {
    #expect(bits(0..<0).isEmpty && bits(7..<7).isEmpty)
  }

  @Test func askingTwiceChangesNothing() {
    #expect(bits(0..<70) == bits(0..<70))
  }

  @Test func itAnswersWhatPyTorchDoes() throws {
    let reference = try ReferenceModel.named("pre-norm")
    let answers = predictor.predictions(for: 0..<5, of: source)
    #expect(answers.count == reference.predictions.count)
    for (answer, expected) in zip(answers, reference.predictions) {
      // Float32 against float64, through two blocks: EncoderReferenceTests holds the same bound.
      #expect((Double(answer) - expected).magnitude < 1e-5 * max(1, expected.magnitude))
    }
  }

  @Test func parametersOfAnotherModelAreTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      let model = ReferenceModel.encoder(.pre)
      _ = Predictor(model, parameters: Array(ReferenceModel.parameters(of: model).dropLast()))
    }
  }

  @Test func aSourceThatGivesTooFewIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      struct Lazy: ExampleSource {
        let idsPerToken = 2
        let longest = 7
        func append(_ indices: Range<Int>, to batch: inout Batch) {
          for _ in indices.dropFirst() { batch.append(ids: [1, 2], targets: [1]) }
        }
      }
      let model = ReferenceModel.encoder(.pre)
      let predictor = Predictor(model, parameters: ReferenceModel.parameters(of: model))
      _ = predictor.predictions(for: 0..<2, of: Lazy())
    }
  }
}
