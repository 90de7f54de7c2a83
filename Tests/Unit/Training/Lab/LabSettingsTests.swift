import Testing

@testable import Bench
@testable import Judging
@testable import Results
@testable import Storage
@testable import Training

@Suite struct LabSettingsTests {
  @Test func theEnvironmentIsRead() throws {
    let settings = try LabSettings(environment: [
      "GENBENCH_THREADS": "3", "GENBENCH_STORE": "/kept", "GENBENCH_FRESH": "1", "GENBENCH_CHECKPOINT_SECONDS": "0.5",
    ])
    #expect(settings == LabSettings(threads: 3, storeFolder: "/kept", isFresh: true, checkpointSeconds: 0.5))
  }

  @Test(arguments: [[:], ["GENBENCH_THREADS": "", "GENBENCH_STORE": "", "GENBENCH_FRESH": "0"]])
  func whatIsNotSetHasItsDefault(environment: [String: String]) throws {
    let settings = try LabSettings(environment: environment)
    #expect(settings.threads >= 1 && !settings.isFresh && settings.checkpointSeconds == 20)
    #expect(settings.storeFolder == PackageFolder.path + "/.genbench")
  }

  @Test(arguments: [
    ("GENBENCH_THREADS", "0"), ("GENBENCH_THREADS", "-1"), ("GENBENCH_THREADS", "two"), ("GENBENCH_THREADS", "1025"),
    ("GENBENCH_FRESH", "yes"), ("GENBENCH_FRESH", "2"), ("GENBENCH_CHECKPOINT_SECONDS", "-1"),
    ("GENBENCH_CHECKPOINT_SECONDS", "nan"), ("GENBENCH_CHECKPOINT_SECONDS", "inf"),
    ("GENBENCH_CHECKPOINT_SECONDS", "soon"),
  ])
  func aValueThatMeansNothingIsRefusedByName(name: String, value: String) {
    let problem = #expect(throws: SettingProblem.self) { try LabSettings(environment: [name: value]) }
    #expect(problem?.name == name && problem?.value == value)
    #expect(problem?.description.hasPrefix("\(name) is \"\(value)\". Give ") == true)
  }

  @Test func aLabWithoutACoreIsTheCallersBug() async {
    await #expect(processExitsWith: .failure) { _ = LabSettings(threads: 0, storeFolder: "store") }
  }
}
