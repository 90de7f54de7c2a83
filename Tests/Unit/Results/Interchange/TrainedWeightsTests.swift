import Foundation
import Learning
import Testing

@testable import Bench
@testable import Data
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

/// What leaves the program of a kept run is what the run has.
@Suite struct TrainedWeightsTests {
  let scratch: ScratchFolder
  let settings: LabSettings

  init() throws {
    scratch = try ScratchFolder()
    settings = LabSettings(threads: 1, storeFolder: scratch("store"))
  }

  private func trained(_ experiment: Experiment) async throws -> Run {
    try await Lab(settings).run(experiment.plan, replicate: 3)
  }

  private func weights(_ experiment: Experiment, stage: String? = nil) throws -> TrainedWeights {
    try KeptRuns(settings, sources: .compiled).weights(of: experiment, replicate: 3, stage: stage)
  }

  private func architecture(_ file: Safetensors) throws -> Architecture {
    try JSONDecoder().decode(
      Architecture.self, from: Foundation.Data(try #require(file.metadata["architecture"]).utf8))
  }

  @Test(arguments: ["train", "fine-tune"]) func aStageGoesThroughAFileAndComesBack(stage: String) async throws {
    let experiment = TinyExperiment.make()
    let run = try await trained(experiment)
    try AtomicFile.write(weights(experiment, stage: stage).file("x").bytes, to: scratch("x"))
    let file = try Safetensors.read(scratch("x"))
    #expect(try file.parameters(of: experiment.model.layout) == run.stage(named: stage).parameters)
    #expect(try architecture(file) == experiment.model)
    var facts = file.metadata
    facts["architecture"] = nil
    #expect(
      facts == [
        "format": "genbench weights 1", "experiment": "test/tiny", "profile": "smoke", "replicate": "3", "stage": stage,
      ])
  }

  @Test func theLastStageIsTakenWhereNoneIsNamed() async throws {
    let experiment = TinyExperiment.make()
    _ = try await trained(experiment)
    #expect(try weights(experiment).stage.name == "fine-tune")
  }

  /// The network is asked anew, in batches of other sizes, and says what the run kept, to the bit.
  @Test func itsAnswersAreThoseThatWereKept() async throws {
    let experiment = TinyExperiment.make(questions: 20)
    let kept = try await trained(experiment).stage(named: "train").predictions[0]
    let file = try weights(experiment, stage: "train").answers(to: "graphs/tiny", count: 7, file: "x")
    #expect(try file.floats("answers", shape: [7, 1]) == Array(kept[..<7]) && Set(kept).count > 7)
    #expect(file.metadata["split"] == "graphs/tiny" && file.metadata["count"] == "7")
    #expect(file.metadata["format"] == "genbench answers 1")
    let all = try weights(experiment, stage: "train").answers(to: "graphs/tiny", count: nil, file: "x")
    #expect(try all.floats("answers", shape: [20, 1]) == kept)
    // What it reads: sequences one after another, of two ids a token.
    guard case .integers(let starts) = try #require(file["starts"]).values else { throw file.problem("starts", "?") }
    #expect(starts.count == 8 && starts[0] == 0 && zip(starts, starts.dropFirst()).allSatisfy(<))
    #expect(try file.integers("ids", shape: [Int(starts[7]), 2], in: 1..<17).count == 2 * Int(starts[7]))
    #expect(file.names == ["answers", "firstPlaces", "ids", "prefixes", "starts"])
  }

  @Test func loopsAndLinksAreThoseOfTheQuestions() async throws {
    let shape = LoopedEncoderShape(
      vocabulary: VertexSource.vocabulary(isNamed: false), width: 8, headCount: 2, hiddenWidth: 12, normOrder: .pre,
      linkKinds: VertexSource.linkKinds(), loops: 2, answer: .waiting, outputs: 1, readout: .lastToken,
      loss: .squaredError)
    let examples = Examples.vertices(TinyExperiment.split())
    var experiment = TinyExperiment.make(claims: [])
    experiment.model = .looped(shape)
    experiment.stages = [Stage("train", on: examples, TinyExperiment.recipe(steps: 2))]
    experiment.asked = [AskedSplit(examples, count: 5, loops: 4)]
    let kept = try await trained(experiment).stages[0].predictions[0]
    #expect(try architecture(weights(experiment).file("x")).loops == 2)
    let file = try weights(experiment).answers(to: examples.name, count: nil, file: "x")
    #expect(try architecture(file).loops == 4)
    #expect(try file.floats("answers", shape: [5, 1]) == kept)
    let links = try #require(file["linkEnds"]?.shape)
    #expect(file["linkKinds"]?.shape == links && links[0] > 5)
    #expect(file["linkStarts"]?.shape == [try #require(file["ids"]).shape[0] + 1])
  }

  /// Statistics of batch norms are among the tensors, and a split is asked with its own number of questions at once.
  @Test func anAnswererSaysLogarithmsOfProbabilities() async throws {
    let experiment = TinyAmplification.toldTheTruth(steps: 3)
    let run = try await trained(experiment)
    let file = try weights(experiment).file("x")
    let model = experiment.model.model
    #expect(try file.parameters(of: model.statistics) == run.stages[0].statistics)
    #expect(file.names.count == model.layout.parameters.count + model.statistics.parameters.count)

    let split = experiment.asked[0].examples
    let answers = try weights(experiment).answers(to: split.name, count: 4, file: "x")
    let words = TinyAmplification.answerer().vocabulary
    let logarithms = try answers.floats("answers", shape: [4 * split.questionsAtOnce, words])
    for row in stride(from: 0, to: logarithms.count, by: words) {
      let sum = logarithms[row..<row + words].reduce(0) { $0 + exp(Double($1)) }
      #expect(abs(sum - 1) < 1e-5)  // some ten roundings of 6e-8 for each word, of a dozen words
    }
  }

  /// H' stands beside the learner that it asks, whole, under names of its own.
  @Test func whatAmplificationTrainedHasItsAskerToo() async throws {
    let experiment = TinyAmplification.experiment(ticks: 12)
    let outcome = try await trained(experiment).stages[0]
    let asker = Asker(TinyAmplification.system(ticks: 12).asker)
    let file = try weights(experiment).file("x")
    let learned = ModelValues(parameters: outcome.parameters, statistics: outcome.statistics)
    #expect(try file.values(of: experiment.model.model) == learned)
    #expect(try askers(file).values(of: asker) == outcome.asker)
    let shape = Foundation.Data(try #require(file.metadata["asker"]).utf8)
    #expect(try JSONDecoder().decode(AskerShape.self, from: shape) == asker.shape)
  }

  /// It is asked anew, about the first question of each context that the learner is asked about.
  @Test func anAskerSaysWhichWordComesNext() async throws {
    let experiment = TinyAmplification.experiment(ticks: 12)
    let outcome = try await trained(experiment).stages[0]
    let asker = Asker(TinyAmplification.system(ticks: 12).asker)
    let file = try weights(experiment).answers(to: experiment.asked[1].examples.name, count: 5, file: "x")
    let (format, own) = (TinyAmplification.split.format, try askers(file))
    let seed = ReplicateSeeds(3).questions(of: experiment.asked[1])
    var batch = Batch(idsPerToken: 2)
    for example in TinyAmplification.split.examples(0..<5, seed: seed) {
      format.append(transcript: example.scriptedTranscript(format), to: &batch)
    }
    #expect(own["ids"] == Tensor(.integers(batch.ids), shape: [5 * format.askerLength, 2]))
    #expect(own["starts"] == Tensor(.integers(batch.starts), shape: [6]))
    let reader = Responder(asker, sequences: 5, longest: format.askerLength)
    reader.take(outcome.asker)
    #expect(
      own["answers"]
        == Tensor(.floats(reader.answers(to: batch)), shape: [5 * format.askerLength, format.vocabularySize]))
    #expect(own.names == file.names.filter { !$0.hasPrefix("asker.") } && file.metadata["asker"] != nil)
  }

  /// Its tensors, under their own names.
  private func askers(_ file: Safetensors) throws -> Safetensors {
    var own = Safetensors([:], file: file.file)
    for name in file.names where name.hasPrefix("asker.") { own[String(name.dropFirst("asker.".count))] = file[name] }
    return own
  }

  @Test func whatCannotBeMeantIsRefused() async throws {
    let experiment = TinyExperiment.make()
    #expect(throws: RunNotKept.self) { try weights(experiment) }
    #expect(throws: UnknownName.self) { try weights(experiment, stage: "tune") }
    _ = try await trained(experiment)
    let found = try weights(experiment)
    #expect(throws: UnknownName.self) { try found.answers(to: "graphs/train", count: 1, file: "x") }
    #expect(throws: SettingProblem.self) { try found.answers(to: "graphs/tiny", count: 21, file: "x") }
  }
}
