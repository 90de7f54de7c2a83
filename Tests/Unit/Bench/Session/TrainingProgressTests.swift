import Testing

@testable import Bench
@testable import Reports
@testable import Training

@Suite struct TrainingProgressTests {
  private func told(
    _ experiment: String = "graphs/on-path", replicate: Int = 0, stage: String = "train", step: Int, loss: Float = 1
  ) -> LabProgress {
    LabProgress(
      experiment: experiment, replicate: replicate, replicates: 4, stage: stage, step: step, steps: 100, loss: loss,
      examplesPerSecond: 0)
  }

  @Test func ofNothingThereIsNothingToSay() {
    let progress = TrainingProgress()
    #expect(!progress.hasBegun && progress.line(at: 1) == nil && progress.unfinished == 0)
  }

  @Test func allReplicatesTogetherAreCounted() throws {
    var progress = TrainingProgress()
    progress.hear(told(step: 10), at: 0)
    progress.hear(told(replicate: 3, stage: "fine-tune", step: 70), at: 5)
    progress.hear(told(step: 20), at: 10)
    let line = try #require(progress.line(at: 10))
    #expect(line.step == 90 && line.total == 400 && line.place == "replicate 0 in train")
    // 80 steps in 10 s, and 310 to come.
    #expect(line.secondsLeft == 38.75)
    #expect(line.logLine == "graphs/on-path: step 90 of 400 (22 %), replicate 0 in train, 39 s left")
    var alone = TrainingProgress(replicates: 1)
    alone.hear(told(step: 10), at: 0)
    #expect(alone.line(at: 1)?.total == 100)
  }

  /// A new stage's first loss of 125 looks like a failure.
  @Test func theFirstLossesOfAStageAreNotSaidNorMoveWhatIs() throws {
    var progress = TrainingProgress()
    for step in 1...20 { progress.hear(told(step: step, loss: 0.25), at: Double(step)) }
    #expect(progress.line(at: 20)?.loss == 0.25)
    for step in 21...27 {
      progress.hear(told(stage: "fine-tune", step: step, loss: 125), at: Double(step))
      #expect(progress.line(at: 27)?.loss == nil)
    }
    for step in 28...42 { progress.hear(told(stage: "fine-tune", step: step, loss: 2), at: Double(step)) }
    #expect(progress.line(at: 42)?.loss == 2)
    // One that jumps, or is no number yet, is not what the run is like.
    progress.hear(told(stage: "fine-tune", step: 43, loss: 1e9), at: 43)
    #expect(progress.line(at: 43)?.loss == 2)
  }

  @Test func experimentsThatTrainBesideItAreCounted() {
    var progress = TrainingProgress()
    progress.hear(told(step: 10), at: 0)
    progress.hear(told("mazes/other-sizes", step: 10), at: 1)
    #expect(progress.unfinished == 2 && progress.line(at: 1)?.name == "mazes/other-sizes")
    progress.hear(told(step: 100), at: 2)
    #expect(progress.unfinished == 1)
  }
}
