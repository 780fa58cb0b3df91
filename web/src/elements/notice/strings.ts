const texts = {
  en: {
    insecure:
      "This address is neither localhost nor https, so the browser gives the page no shared memory, no offline storage and no cryptography. Lessons that need shared memory cannot run here; all others can.",
  },
  ja: {
    insecure:
      "このアドレスは localhost でも https でもないため、ブラウザーはこのページに共有メモリ、オフライン保存、暗号機能を与えません。共有メモリが必要なレッスンはここでは動きませんが、ほかのレッスンは動きます。",
  },
  ko: {
    insecure:
      "이 주소는 localhost도 https도 아니어서 브라우저가 이 페이지에 공유 메모리, 오프라인 저장소, 암호 기능을 주지 않습니다. 공유 메모리가 필요한 레슨은 여기서 실행할 수 없지만 나머지는 실행됩니다.",
  },
};

export const strings = (lang: string) => texts[lang as keyof typeof texts] ?? texts.en;
