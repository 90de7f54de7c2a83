import Testing

@testable import Bench
@testable import Judging
@testable import Storage
@testable import Training

/// An experiment in several sizes: which it trains, and what cannot be meant.
@Suite struct SweepTests {
  private static let tiny = TinyExperiment.make(replicates: 3)

  private static func sweep(_ settings: String..., replicates: Int? = nil, at stage: String? = nil) throws -> Sweep {
    try Sweep(of: tiny, replicates: replicates, settings: settings, at: stage)
  }

  @Test func eachSizeIsWhatRunTrainsWithIt() throws {
    let sweep = try Self.sweep("train.rate=1e-4", "model.width=6,8,10", replicates: 2)
    #expect(sweep.number == "model.width" && sweep.members.map(\.size) == ["6", "8", "10"])
    #expect(sweep.variation == Variation(replicates: 2, settings: ["train.rate=1e-4"]))
    for member in sweep.members {
      let settings = ["train.rate=1e-4", "model.width=\(member.size!)"]
      let alone = try Self.tiny.varied(by: Variation(replicates: 2, settings: settings))
      for replicate in 0..<2 {
        #expect(
          RunIdentity(member.experiment.plan, replicate: replicate, sources: .compiled)
            == RunIdentity(alone.plan, replicate: replicate, sources: .compiled))
      }
      // Else the progress of one size would be taken for that of another.
      #expect(member.experiment.id == "test/tiny, model.width=\(member.size!)")
    }
    #expect(sweep.stages == ["train", "fine-tune"])
    #expect(try Self.sweep("model.width=6,8", at: "fine-tune").stages == ["fine-tune"])
    // The size that is declared is among them, under its declared numbers.
    #expect(try Self.sweep("model.width=6,8").members[1].experiment.variation == nil)
  }

  @Test(arguments: [
    (["model.width=8,8"], "8 is given twice"), (["model.width=8,10,08"], "08 is 8 again"),
    (["train.rate=1e-3,0.001"], "0.001 is 1e-3 again"), (["model.width=8,"], "Give a whole number"),
    ([",model.width=8"], "Did you mean model.width?"), (["model.width=8,10", "train.rate=1,2"], "over one number"),
    (["model.width=8,10", "model.width=4"], "set twice"), (["model.width=8,9"], "not shared evenly by 2 heads"),
    (["model.width=8,-2"], "Give a whole number"), (["model.width=8,1e99"], "Give a whole number"),
    (["train.rate=1,nan"], "Give a number"), (["8,10"], "Give NAME=VALUE"),
  ])
  func whatIsNoSweepIsRefused(settings: [String], sentence: String) {
    do {
      let sweep = try Sweep(of: Self.tiny, replicates: nil, settings: settings, at: nil)
      Issue.record("\(sweep.members.map(\.size))")
    } catch {
      #expect("\(error)".contains(sentence), "\(error)")
    }
  }

  @Test func unknownNamesAreToldWithThoseThereAre() {
    #expect(throws: UnknownName.self) { try Self.sweep("model.widt=8,10") }
    #expect(throws: UnknownName.self) { try Self.sweep("model.width=8,10", at: "tran") }
  }

  @Test func aDeclaredSweepIsOneMember() throws {
    let declared = Experiment.strongGeneralization(.smoke)
    #expect(Sweep.hasSizes(declared) && !Sweep.hasSizes(Self.tiny))
    let sweep = try Sweep(of: declared, replicates: nil, settings: [], at: nil)
    #expect(sweep.number == nil && sweep.members.map(\.size) == [nil] && sweep.variation == nil)
    #expect(sweep.members[0].experiment == declared)
    #expect(sweep.stages == declared.stages.map(\.name))
  }

  /// What an instrument reads keeps its networks: a stage alone is read by nothing, and may have others.
  @Test func aStageAloneMayHaveOtherNetworks() throws {
    let declared = Experiment.strongGeneralization(.smoke)
    #expect(throws: UnknownName.self) {
      try Sweep(of: declared, replicates: nil, settings: ["model.width=4,6"], at: nil)
    }
    let tuned = SizeSweep.tuned(16)
    let sweep = try Sweep(
      of: declared, replicates: 2, settings: ["model.width=4,6", "\(tuned).steps=7"], at: tuned)
    #expect(sweep.members.map(\.experiment.replicates) == [2, 2])
    for (member, width) in zip(sweep.members, [4, 6]) {
      let plan = member.experiment.plan
      #expect(plan.stages.map(\.name) == [SizeLadder.learned(16), tuned] && plan.stages[1].recipe.steps == 7)
      #expect(plan.stages.allSatisfy { plan.model(of: $0).encoderShape.width == width })
      let seeds = ReplicateSeeds(0)
      #expect(plan.stages.map(seeds.stage) == plan.stages.map { seeds.stage(declared.plan.stage(named: $0.name)) })
      #expect(plan.asked == declared.asked && member.experiment.claims.isEmpty)
      #expect(member.experiment.instrumentation == nil)
    }
  }
  /// With one value and no list as well: a stage that is named is not trained among all others.
  @Test func soIsOneThatKeepsItsSize() throws {
    let tuned = SizeSweep.tuned(16)
    let sweep = try Sweep(
      of: .strongGeneralization(.smoke), replicates: nil, settings: ["\(tuned).rate=0.5"], at: tuned)
    let plan = try #require(sweep.members.first).experiment.plan
    #expect(sweep.members.count == 1 && sweep.stages == [tuned])
    #expect(plan.stages.map(\.name) == [SizeLadder.learned(16), tuned])
    #expect(plan.stages[1].recipe.schedule == .warmupCosine(peak: 0.5, warmup: 0, end: 0))
  }
}
