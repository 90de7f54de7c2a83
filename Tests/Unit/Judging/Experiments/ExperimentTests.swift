import Data
import Foundation
import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct ExperimentTests {
  @Test(arguments: Profile.allCases)
  func everyExperimentIsFoundByItsName(profile: Profile) throws {
    let all = Experiment.all(profile)
    for experiment in all { #expect(try Experiment.named(experiment.id, profile) == experiment) }
    #expect(all.allSatisfy { $0.profile == profile && Baseline.isValid(id: $0.id) })
    #expect(Set(all.map(\.id)).count == all.count)
    let problem = #expect(throws: UnknownName.self) { try Experiment.named("graph/on-path", profile) }
    #expect(problem?.suggestions.first == "graphs/on-path")
  }

  /// The same claims at every profile; of the suite and at standard, enough replicates for a threshold. What claims nothing
  /// needs none.
  @Test func profilesDifferInScaleAlone() {
    for standard in Experiment.all(.standard) {
      #expect(standard.replicates >= 5 || standard.claims.isEmpty)
      for profile in Profile.allCases {
        let other = Experiment.all(profile).first { $0.id == standard.id }
        guard other != nil || standard.instrumentation == nil else { continue }
        if !standard.isStudy && profile == .smoke { #expect(other?.replicates == 5) }
        // What an instrument reads in a few steps is too little for some claims: a small profile may have fewer.
        let subjects = standard.claims.map(\.subject).filter { subject in
          standard.instrumentation == nil || other?.claims.contains { $0.subject == subject } == true
        }
        #expect(other?.claims.map(\.subject) == subjects)
        #expect(other?.claims.map(\.testName) == subjects.map { standard.claim(named: $0).testName })
      }
    }
  }

  /// A control is made no greener by a leak; a claim is.
  @Test(arguments: Profile.allCases)
  func everyClaimLimitsItsLeak(profile: Profile) {
    for claim in Experiment.all(profile).flatMap(\.claims) where !claim.isControl && !claim.metric.isReading {
      #expect(claim.leakLimit != nil, "\(claim.subject)")
    }
  }

  /// Studies are run by name; so that none is taken for one that CI judges.
  @Test(arguments: Profile.allCases)
  func theSuiteHasNoStudy(profile: Profile) {
    #expect(Experiment.suite(profile).allSatisfy { !$0.isStudy })
    #expect(Experiment.studies(profile).allSatisfy { $0.isStudy })
  }

  @Test func aRerunNamesTestOrStudyAndProfile() {
    let tested = TinyExperiment.make()
    #expect(
      tested.rerunCommand(tested.claims[0]) == "GENBENCH_PROFILE=smoke tools/test --filter 'Tiny/claim'")
    var standard = tested
    standard.profile = .standard
    #expect(standard.rerunCommand(tested.claims[0]) == "tools/test --filter 'Tiny/claim'")
    let claim = Claim(
      subject: "s", stage: "train", split: "graphs/train", slice: .everything, metric: .squaredError,
      requirement: .atMost(1), isControl: false, testName: nil, provenance: .goal("p"))
    #expect(tested.rerunCommand(claim) == "swift run genbench run \(tested.id) --profile smoke")
    #expect(standard.rerunCommand(claim) == "swift run genbench run \(tested.id)")
  }

  /// What a failed claim says to type must run something: a test of the claim's name, which finds the claim by it (`check`).
  @Test func everyClaimHasATestOfItsName() throws {
    let folder = "\(PackageFolder.path)/Tests/Generalization"
    let sources = try AtomicFile.files(under: folder).map { try String(contentsOfFile: $0, encoding: .utf8) }
    for claim in Experiment.suite(.standard).flatMap(\.claims) {
      let name = try #require(claim.testName)
      let parts = name.split(separator: "/")
      try #require(parts.count == 2)
      let suite = try #require(sources.first { $0.contains("struct \(parts[0]) {") }, "\(name)")
      let test = try #require(suite.range(of: "@Test func \(parts[1])()"), "\(name)")
      let body = suite[test.upperBound...].prefix { $0 != "@" }
      #expect(body.contains("try await check("), "\(name), about \(claim.subject)")
    }
  }

  /// A filter is a pattern that may match the beginning of a name: a command that asks for one claim asks for no other.
  @Test func noTestsNameBeginsAnother() {
    let names = Experiment.suite(.standard).flatMap(\.claims).compactMap(\.testName)
    for name in names { #expect(names.filter { $0.hasPrefix(name) } == [name]) }
  }

  @Test func theProfileIsTheEnvironmentsOrStandard() throws {
    #expect(try Profile.fromEnvironment([:]) == .standard)
    #expect(try Profile.fromEnvironment(["GENBENCH_PROFILE": ""]) == .standard)
    #expect(try Profile.fromEnvironment(["GENBENCH_PROFILE": "paper"]) == .paper)
    #expect(throws: UnknownName.self) { try Profile.fromEnvironment(["GENBENCH_PROFILE": "Paper"]) }
  }

  @Test func aClaimOfWhatIsNeitherTrainedNorAskedIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) {
      let claim = Claim(
        subject: "s", stage: "fine-tune", split: "elsewhere", slice: .everything, metric: .squaredError,
        requirement: .atMost(1), isControl: false, testName: "t", provenance: .goal("p"))
      _ = TinyExperiment.make(claims: [claim])
    }
    await #expect(processExitsWith: .failure) { _ = AskedSplit(.graphs(.train), count: 0) }
    await #expect(processExitsWith: .failure) { _ = TinyExperiment.make().claim(named: "unknown") }
    await #expect(processExitsWith: .failure) { _ = TinyExperiment.make().plan.stage(named: "unknown") }
  }
}
